/**
 * Lays a curved surface flat, keeping areas as well as it can: a mesh of triangles in space in, places (u, v) in um out, with the
 * distortion that was left. Knows no voxels and no regions. Science: docs/science/atlas-fields.md.
 */
@NullMarked
package io.brainwright.neuro.atlas.flatmap;

import org.jspecify.annotations.NullMarked;
