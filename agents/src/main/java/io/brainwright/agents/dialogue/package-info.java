/**
 * The talk about one plan: what was shown last, its versions, the question that waits for an answer.
 *
 * <p>In come the scientist's words, turn by turn; out come {@link io.brainwright.agents.planner.Proposal}s. Consent is taken from the
 * scientist's own words only, for the plan that was shown last and whose every part this version can run. The state is one small JSON
 * file in the workspace, so that a later process goes on where this one stopped.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.dialogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
