/**
 * Runs from the shell: what both kinds of experiment files (case files, SONATA simulation configurations) have in common.
 *
 * <p>Goes out: {@link io.brainwright.sim.run.RunSummary} for people and as JSON, tables as CSV.
 */
@NullMarked
package io.brainwright.sim.run;

import org.jspecify.annotations.NullMarked;
