/**
 * Fields over a layered region of an annotation volume: potential between white matter and pia, direction, depth along
 * streamlines, layer boundaries, distance to the pia, orientation, and which voxels are bad. Only voxels of the region are held in
 * memory; volumes stream in and out. Science: docs/science/atlas-fields.md.
 */
@NullMarked
package io.brainwright.neuro.atlas.fields;

import org.jspecify.annotations.NullMarked;
