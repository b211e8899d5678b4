/**
 * The Model Context Protocol, both ways.
 *
 * <p>Outward, other programs get what our own models get: tools that look, and {@code plan.propose}. Approving, running, writing and
 * exporting are no tools there either. Inward, tools of servers that the scientist named come to experts whose files allow them; what
 * such a server says of itself and what its tools answer are quotes. See docs/agents.md.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.mcp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
