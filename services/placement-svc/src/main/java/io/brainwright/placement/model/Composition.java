package io.brainwright.placement.model;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.neuro.recipe.MType;
import java.util.List;

/**
 * Expected cells of every tile, layer and m-type: density times volume. Where another share of excitatory cells is asked
 * for, both classes are scaled so that the share holds over all and the total stays.
 */
final class Composition {
    private final List<Tissue> tiles;
    private final List<Integer> layers;
    private final List<MType> mtypes;
    private final double[] expected;

    Composition(CorticalRecipe recipe, List<Tissue> tiles, List<Integer> layers, Order order) {
        this.tiles = tiles;
        this.layers = layers;
        this.mtypes = recipe.mtypes().stream()
                .filter(m -> order.mtypes().isEmpty() || order.mtypes().contains(m.name()))
                .toList();
        this.expected = new double[tiles.size() * layers.size() * mtypes.size()];
        for (int i = 0; i < expected.length; i++) {
            int layer = layerOf(i);
            expected[i] = order.densityScale()
                    * mtypeOf(i).density_per_mm3(layer)
                    * tiles.get(tileOf(i)).volume_mm3(layer);
        }
        if (order.excitatoryFraction() >= 0) {
            share(order.excitatoryFraction());
        }
    }

    /** Expected cells over all. */
    double total() {
        double sum = 0;
        for (double e : expected) {
            sum += e;
        }
        return sum;
    }

    /** Expected cells of one m-type in one layer of all tiles, before any thinning. */
    double expected(int layer, int mtype) {
        double sum = 0;
        for (int tile = 0; tile < tiles.size(); tile++) {
            sum += expected[index(tile, layer, mtype)];
        }
        return sum;
    }

    /** Whole numbers with a given total, in the order of {@link #index}. */
    long[] counts(long total, double u) {
        return SystematicCounts.round(expected, total, u);
    }

    List<MType> mtypes() {
        return mtypes;
    }

    int index(int tile, int layer, int mtype) {
        return (tile * layers.size() + layers.indexOf(layer)) * mtypes.size() + mtype;
    }

    private int tileOf(int index) {
        return index / mtypes.size() / layers.size();
    }

    private int layerOf(int index) {
        return layers.get(index / mtypes.size() % layers.size());
    }

    private MType mtypeOf(int index) {
        return mtypes.get(index % mtypes.size());
    }

    private void share(double excitatory) {
        double total = total();
        double now = 0;
        for (int i = 0; i < expected.length; i++) {
            now += mtypeOf(i).excitatory() ? expected[i] : 0;
        }
        if (excitatory > 0 && now == 0 || excitatory < 1 && now == total) {
            throw oneClassOnly(now == 0 ? "inhibitory" : "excitatory", excitatory);
        }
        for (int i = 0; i < expected.length; i++) {
            expected[i] *= mtypeOf(i).excitatory()
                    ? excitatory == 0 ? 0 : excitatory * total / now
                    : excitatory == 1 ? 0 : (1 - excitatory) * total / (total - now);
        }
    }

    private Problem oneClassOnly(String only, double excitatory) {
        return Problem.invalid(
                "The share of excitatory cells cannot be %s here.".formatted(excitatory),
                List.of(new FieldFault(
                        "excitatory_fraction",
                        "Layers %s of %s hold %s types only; leave it out, or take more layers or types."
                                .formatted(layers, tiles.getFirst().label(), only))));
    }
}
