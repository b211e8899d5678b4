/**
 * The lab notebook: one readable folder per study, from which the study can be run again.
 *
 * <p>In come a run's result; out come request.md, plan.json, notebook.md and findings.json. Nothing but the folder's date depends on the
 * clock.
 */
@NullMarked
package io.brainwright.agents.notebook;

import org.jspecify.annotations.NullMarked;
