/**
 * Where the graphics engineer works: the scene of a workspace, its edits by words or by JSON Patch, a look at the result, and the way back.
 *
 * <p>Reads what was built last, and the words as {@code scene} understands them; hands out the scene as it then stands.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.showing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
