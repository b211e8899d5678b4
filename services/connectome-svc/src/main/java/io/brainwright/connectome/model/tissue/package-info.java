/**
 * Cells as the wiring sees them: type, place, and neurites as straight segments in the tissue's frame, in um.
 *
 * <p>In: a morphology in its own frame with a position and an orientation. Out: {@code Segments}. Geometry only.
 */
@NullMarked
package io.brainwright.connectome.model.tissue;

import org.jspecify.annotations.NullMarked;
