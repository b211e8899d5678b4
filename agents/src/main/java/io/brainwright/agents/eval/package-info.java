/**
 * Scores a planner on a corpus of requests: what a scientist says, and what must come of it.
 *
 * <p>Comes in: JSON Lines of conversations (docs/evaluation.md tells the form). Goes out: every number by itself, and every failure
 * with what was expected and what came. Nothing here shares code with the planner's own checks: a fault in one is seen by the other.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.eval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
