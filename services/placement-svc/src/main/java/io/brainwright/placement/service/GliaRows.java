package io.brainwright.placement.service;

import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.placement.model.PlacedGlia;
import java.util.Arrays;

/** Writes placed glia as rows of their table. */
final class GliaRows {
    private GliaRows() {}

    /** Rows from one cell to before another. */
    static Batch batch(PlacedGlia glia, CorticalRecipe recipe, int from, int to) {
        int n = to - from;
        var ids = new long[n];
        var regions = new String[n];
        var layers = new byte[n];
        var kinds = new String[n];
        for (int i = 0; i < n; i++) {
            ids[i] = glia.firstId() + from + i;
            regions[i] = recipe.regions().get(glia.subregion()[from + i]).acronym();
        }
        Arrays.fill(layers, (byte) glia.layer());
        Arrays.fill(kinds, glia.kind().word());
        return Batch.of(
                PlacementTables.GLIA,
                ids,
                Arrays.copyOfRange(glia.position(0), from, to),
                Arrays.copyOfRange(glia.position(1), from, to),
                Arrays.copyOfRange(glia.position(2), from, to),
                regions,
                layers,
                kinds,
                Arrays.copyOfRange(glia.radius_um(), from, to),
                Arrays.copyOfRange(glia.depth_um(), from, to));
    }
}
