package io.brainwright.studio.web.atlas;

import io.brainwright.fabric.table.Batch;
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

    static VoxelSlice of(Batch grid, Batch voxels, String axis, int at) {
        int fixed = axis.length() == 1 ? AXES.indexOf(axis) : -1;
        if (fixed < 0) {
            throw Problem.invalid(
                    "This slice cannot be cut.",
                    List.of(new FieldFault("axis", "'%s' is none of x, y, z.".formatted(axis))));
        }
        int u = fixed == 0 ? 1 : 0;
        int v = fixed == 2 ? 1 : 2;
        int count = shape(grid, fixed);
        int index = at < 0 ? count / 2 : at;
        if (index >= count) {
            throw Problem.invalid(
                    "This slice cannot be cut.",
                    List.of(new FieldFault("at", "The atlas has slices 0 to %d.".formatted(count - 1))));
        }
        int width = shape(grid, u);
        int height = shape(grid, v);
        var layer = new int[width * height];
        var depth = new float[width * height];
        var along = voxels.ints("voxel_" + axis);
        var us = voxels.ints("voxel_" + AXES.charAt(u));
        var vs = voxels.ints("voxel_" + AXES.charAt(v));
        var layers = voxels.bytes("layer");
        var depths = voxels.floats("depth_um");
        for (int i = 0; i < along.length; i++) {
            if (along[i] == index) {
                layer[vs[i] * width + us[i]] = layers[i];
                depth[vs[i] * width + us[i]] = depths[i];
            }
        }
        return new VoxelSlice(
                axis,
                index,
                count,
                width,
                height,
                grid.doubles("voxel_um")[0],
                grid.doubles("origin_" + AXES.charAt(u))[0],
                grid.doubles("origin_" + AXES.charAt(v))[0],
                new String[] {String.valueOf(AXES.charAt(u)), String.valueOf(AXES.charAt(v))},
                layer,
                depth);
    }

    private static int shape(Batch grid, int axis) {
        return grid.ints("shape_" + AXES.charAt(axis))[0];
    }
}
