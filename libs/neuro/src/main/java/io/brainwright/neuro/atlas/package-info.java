/**
 * Where tissue is: the region hierarchy, the voxel lattice, and the procedural cortical sheet with its exact depths,
 * directions and volumes. Science: docs/science/cortical-sheet.md.
 */
@NullMarked
package io.brainwright.neuro.atlas;

import org.jspecify.annotations.NullMarked;
