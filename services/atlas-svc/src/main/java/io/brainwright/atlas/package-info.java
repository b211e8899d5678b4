/**
 * Regions: which voxel belongs to which layer of which region, how deep it lies and where the pia is.
 */
@NullMarked
package io.brainwright.atlas;

import org.jspecify.annotations.NullMarked;
