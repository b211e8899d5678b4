package io.brainwright.studio.web.atlas;

import io.brainwright.fabric.table.Batch;

/**
 * Placed cells; row i of each list belongs together.
 *
 * @param shape what was filled, in words
 * @param volume_mm3 of the filled layers
 * @param cells_in_shape that the shape holds at the published densities
 * @param fraction share of them that was placed
 */
@SuppressWarnings("ArrayRecordComponent") // written as JSON and forgotten; never compared
record PlacedCells(
        String dataset,
        String region,
        String shape,
        double volume_mm3,
        double cells_in_shape,
        double fraction,
        String thinning,
        long[] node_id,
        float[] x,
        float[] y,
        float[] z,
        float[] depth_um,
        int[] layer,
        String[] mtype,
        String[] synapse_class) {
    static PlacedCells of(String dataset, Batch cells, Batch shape) {
        var layers = cells.bytes("layer");
        var layer = new int[layers.length];
        for (int i = 0; i < layer.length; i++) {
            layer[i] = layers[i];
        }
        return new PlacedCells(
                dataset,
                shape.texts("region")[0],
                shape.texts("shape")[0],
                shape.doubles("volume_mm3")[0],
                shape.doubles("cells_in_shape")[0],
                shape.doubles("fraction")[0],
                shape.texts("thinning")[0],
                cells.longs("node_id"),
                cells.floats("x"),
                cells.floats("y"),
                cells.floats("z"),
                cells.floats("depth_um"),
                layer,
                cells.texts("mtype"),
                cells.texts("synapse_class"));
    }
}
