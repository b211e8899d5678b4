/**
 * Plans: typed, versioned JSON documents that say what is going to be done, from which assumptions, at what cost.
 *
 * <p>In come drafts by a planner or edits by a scientist; out come plans that were checked against the vocabulary and whose every
 * number has an origin. Nothing here runs anything. See docs/planning.md.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
