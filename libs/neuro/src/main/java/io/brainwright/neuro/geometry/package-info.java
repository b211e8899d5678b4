/**
 * Vectors and orientation quaternions (w, x, y, z) in a right-handed frame, in um.
 */
@NullMarked
package io.brainwright.neuro.geometry;

import org.jspecify.annotations.NullMarked;
