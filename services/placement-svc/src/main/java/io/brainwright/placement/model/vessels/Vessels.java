package io.brainwright.placement.model.vessels;

import io.brainwright.placement.model.Column;

/**
 * Grows the vessels of a column. The number of branch points follows from the length density asked for: n points with three vessels of length l at each
 * have {@code 3/2 n l}; n is corrected by {@code wanted / reached}, and the bed grown anew, until the length is met.
 *
 * @see <a href="https://doi.org/10.3389/fphys.2019.00233">Smith et al. 2019: what a synthetic capillary bed must reproduce</a>
 */
public final class Vessels {
    /** chosen: how near the length comes to the one asked for. */
    public static final double NEAR = 0.01;

    private static final int ROUNDS = 12;
    private static final double UM_PER_M = 1e6;
    private static final double VESSELS_PER_POINT = 1.5;

    private Vessels() {}

    /**
     * @param column what they supply
     * @param recipe the numbers
     * @param seed of all draws
     * @return in the atlas's frame, um
     */
    public static VesselGraph grow(Column column, VesselRecipe recipe, long seed) {
        var space = new ColumnSpace(column);
        double wanted_um = recipe.length_m_per_mm3() * UM_PER_M * space.volume_mm3();
        double n = wanted_um / (VESSELS_PER_POINT * recipe.capillaryLength_um());
        var best = grow(space, recipe, seed, points(n));
        double length_um = length_um(best);
        double nearest = Math.abs(length_um / wanted_um - 1);
        for (int round = 1; round < ROUNDS && nearest > NEAR; round++) {
            n *= wanted_um / length_um;
            var graph = grow(space, recipe, seed, points(n));
            length_um = length_um(graph);
            double off = Math.abs(length_um / wanted_um - 1);
            if (off < nearest) {
                best = graph;
                nearest = off;
            }
        }
        return best.moved(p -> {
            var there = new double[3];
            space.toAtlas(p, there);
            return there;
        });
    }

    private static int points(double n) {
        return (int) Math.max(8, Math.round(n));
    }

    private static double length_um(VesselGraph graph) {
        return graph.segments().stream().mapToDouble(graph::length_um).sum();
    }

    private static VesselGraph grow(ColumnSpace space, VesselRecipe recipe, long seed, int count) {
        var sections = new Sections();
        var trunks = new Trunks(space, recipe, seed, sections);
        trunks.grow();
        return new CapillaryBed(space, recipe, seed, sections, trunks.open(), count).grow();
    }
}
