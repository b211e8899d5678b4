/**
 * Decides where a growing tip forks and where it ends. Nothing here knows space or direction.
 */
@NullMarked
package io.brainwright.synthesis.model.branching;

import org.jspecify.annotations.NullMarked;
