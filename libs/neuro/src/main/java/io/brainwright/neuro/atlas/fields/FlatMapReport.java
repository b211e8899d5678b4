package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.atlas.flatmap.FlatPatch;
import java.util.List;

/**
 * How the flat map came out.
 *
 * @param patches patches from the left
 * @param left_out sheets of the mid surface without a patch, and why
 * @param opened triangles taken out where more than two met at an edge
 * @param stride_voxels voxels between the lattice points from which the surface was taken; more than 1 for large regions
 * @param extent_um greatest u and v of a voxel
 */
public record FlatMapReport(
        List<FlatPatch> patches, List<String> left_out, int opened, int stride_voxels, double[] extent_um) {
    public FlatMapReport {
        patches = List.copyOf(patches);
        left_out = List.copyOf(left_out);
    }
}
