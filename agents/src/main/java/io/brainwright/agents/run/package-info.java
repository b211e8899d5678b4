/**
 * Carries out approved plans: each step becomes a typed request to the stage that does it.
 *
 * <p>In come a plan and the hash that the scientist approved; out come datasets, files and findings. Progress is told on the way;
 * an interrupt cancels the call that runs.
 */
@NullMarked
package io.brainwright.agents.run;

import org.jspecify.annotations.NullMarked;
