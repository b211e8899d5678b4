package io.brainwright.studio.web.atlas;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.List;

/**
 * One plane of an atlas: row by row from the lower corner, 0 where no tissue is.
 *
 * @param axis what is constant in it
 * @param at its index along that axis
 * @param count how many slices there are
 * @param width voxels along the first remaining axis
 * @param height voxels along the second
 * @param u0_um position of the lower corner along the first remaining axis
 * @param v0_um the same along the second
 * @param layer layer of each voxel, 1 at the pia; 0 outside
 * @param depth_um depth of each voxel's centre below the pia; 0 outside
 */
@SuppressWarnings("ArrayRecordComponent") // written as JSON and forgotten; never compared
record VoxelSlice(
        String axis,
        int at,
        int count,
        int width,
        int height,
        double voxel_um,
        double u0_um,
        double v0_um,
        String[] names,
        int[] layer,
        float[] depth_um) {
    private static final String AXES = "xyz";

    static VoxelSlice of(AtlasVoxels voxels, String axis, int at) {
        int fixed = axis.length() == 1 ? AXES.indexOf(axis) : -1;
        if (fixed < 0) {
            throw Problem.invalid(
                    "This slice cannot be cut.",
                    List.of(new FieldFault("axis", "'%s' is none of x, y, z.".formatted(axis))));
        }
        int u = fixed == 0 ? 1 : 0;
        int v = fixed == 2 ? 1 : 2;
        int count = voxels.slices(fixed);
        int index = at < 0 ? count / 2 : at;
        if (index >= count) {
            throw Problem.invalid(
                    "This slice cannot be cut.",
                    List.of(new FieldFault("at", "The atlas has slices 0 to %d.".formatted(count - 1))));
        }
        int width = voxels.slices(u);
        int height = voxels.slices(v);
        var layer = new int[width * height];
        var depth = new float[width * height];
        voxels.slice(fixed, index, u, v, layer, depth);
        return new VoxelSlice(
                axis,
                index,
                count,
                width,
                height,
                voxels.voxel_um(),
                voxels.origin_um(u),
                voxels.origin_um(v),
                new String[] {String.valueOf(AXES.charAt(u)), String.valueOf(AXES.charAt(v))},
                layer,
                depth);
    }
}
