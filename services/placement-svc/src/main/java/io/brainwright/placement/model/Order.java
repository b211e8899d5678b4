package io.brainwright.placement.model;

import java.util.List;

/**
 * What the scientist wants placed.
 *
 * @param layers layers, from the pia down
 * @param cellCount exact number of cells; 0: as many as the density says
 * @param densityScale factor on the published densities
 * @param mtypes names of m-types; empty: all
 * @param excitatoryFraction share of excitatory cells; negative: the recipe's
 * @param glia kinds of glia to place among the neurons
 * @param seed keys all draws
 */
public record Order(
        List<Integer> layers,
        long cellCount,
        double densityScale,
        List<String> mtypes,
        double excitatoryFraction,
        List<GliaKind> glia,
        long seed) {
    public Order {
        layers = List.copyOf(layers);
        mtypes = List.copyOf(mtypes);
        glia = List.copyOf(glia);
    }
}
