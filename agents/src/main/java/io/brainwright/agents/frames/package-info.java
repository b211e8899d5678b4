/**
 * Frames: what each action of a plan listens for in a request, and which word fills which parameter.
 *
 * <p>In comes an {@link io.brainwright.agents.language.Utterance}; out comes a {@link io.brainwright.agents.frames.Wish}: the actions asked
 * for with the parameters that were said, never with one that was not. The dimension of a quantity picks its parameter, the words
 * around it decide between parameters of one dimension. Defaults, prerequisites and checks are the planner's.
 */
@NullMarked
package io.brainwright.agents.frames;

import org.jspecify.annotations.NullMarked;
