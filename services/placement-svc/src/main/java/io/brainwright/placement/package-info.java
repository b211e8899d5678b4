/**
 * Cells placed by density: exact counts, even spacing, types by composition, orientation from the atlas.
 */
@NullMarked
package io.brainwright.placement;

import org.jspecify.annotations.NullMarked;
