/**
 * Voxelises a region of the cortical sheet: which voxels, which layer, how deep, which way the pia lies.
 */
@NullMarked
package io.brainwright.atlas.model;

import org.jspecify.annotations.NullMarked;
