/**
 * Experts: Markdown files that say what somebody knows of a stage, what they watch in a plan, and which tools they may use.
 *
 * <p>In come the files that ship with Brainwright and those of the scientist's workspace, which win by name; out come
 * {@link io.brainwright.agents.experts.Expert}s, and what they have to say about a plan. Nothing here changes a plan or runs one.
 * See docs/experts.md.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.experts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
