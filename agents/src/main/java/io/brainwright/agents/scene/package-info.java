/**
 * Scenes as the graphics engineer handles them: a first scene for any run, and edits in words as JSON Patch. A scene names places and
 * datasets only; the render service checks it, resolves it, and shows what came of it.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.scene;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
