/**
 * A conversation between the scientist and a chat model that has a few tools, all of which only look or propose.
 *
 * <p>In come the scientist's words; out come an answer and perhaps a plan that awaits approval. A plan exists only as what the tool
 * {@code propose_plan} let pass, whichever model talks; approving, running and writing are no tools. Without a model of a provider the
 * {@link io.brainwright.agents.chat.BuiltInPlanner} takes the same road offline.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.chat;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
