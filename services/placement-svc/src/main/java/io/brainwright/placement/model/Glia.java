package io.brainwright.placement.model;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.random.Draws;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.placement.model.RoomForSomata.Soma;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Glia among the neurons of a piece of tissue: counted at once, then placed tile by tile by random sequential addition. No soma
 * overlaps another; like glia keep half of their mean distance, as neurons do.
 *
 * <p>Radii are normal, cut at two standard deviations. A tissue that is thinned keeps the same share of its glia as of its neurons.
 */
final class Glia {
    private static final double NEURON_RADIUS_UM = Spacing.SOMA_DIAMETER_UM / 2;
    private static final double UM3_PER_MM3 = 1e9;
    private static final double MOST_SD = 2;
    private static final double SHRINK = 0.9;
    /** chosen: below it, like glia no longer keep a distance of their own, and the tissue is full. */
    private static final double LEAST_SHRINK = 0.05;

    private final List<Tissue> tiles;
    private final List<Integer> layers;
    private final List<GliaKind> kinds;
    private final RecipeFile recipe;
    private final Order order;
    private final long[][] counts;

    /**
     * @param fraction share of the shape's cells that is placed
     */
    Glia(RecipeFile recipe, List<Tissue> tiles, List<Integer> layers, Order order, double fraction) {
        this.recipe = recipe;
        this.tiles = tiles;
        this.layers = layers;
        this.order = order;
        this.kinds = order.glia();
        this.counts = kinds.stream().map(k -> counts(k, fraction)).toArray(long[][]::new);
    }

    private long[] counts(GliaKind kind, double fraction) {
        var expected = new double[tiles.size() * layers.size()];
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            expected[i] = fraction
                    * order.densityScale()
                    * kind.density_per_mm3(recipe)
                    * tiles.get(i / layers.size()).volume_mm3(layers.get(i % layers.size()));
            sum += expected[i];
        }
        double u =
                Draws.of(order.seed(), "placement.glia.count", kind.ordinal()).nextDouble();
        return sum == 0 ? new long[expected.length] : SystematicCounts.round(expected, Math.round(sum), u);
    }

    /** How many of all kinds a tile gets. */
    long cells(int tile) {
        long sum = 0;
        for (var of : counts) {
            for (int l = 0; l < layers.size(); l++) {
                sum += of[tile * layers.size() + l];
            }
        }
        return sum;
    }

    /** How many there are of one kind. */
    long cells(GliaKind kind) {
        int k = kinds.indexOf(kind);
        return k < 0 ? 0 : LongStream.of(counts[k]).sum();
    }

    /** Places the glia of a tile among its neurons, and hands them over kind by kind and layer by layer. */
    void place(int tile, EvenPositions neurons, Consumer<PlacedGlia> out) {
        if (kinds.isEmpty()) {
            return;
        }
        var room = room(tile, neurons.size());
        for (int i = 0; i < neurons.size(); i++) {
            room.add(new Soma(neurons.x(i), neurons.y(i), neurons.z(i), NEURON_RADIUS_UM, -1));
        }
        long id = 0;
        for (int before = 0; before < tile; before++) {
            id += cells(before);
        }
        for (int k = 0; k < kinds.size(); k++) {
            for (int l = 0; l < layers.size(); l++) {
                int n = Math.toIntExact(counts[k][tile * layers.size() + l]);
                var placed = new PlacedGlia(kinds.get(k), layers.get(l), id, n);
                settle(tile, placed, room);
                out.accept(placed);
                id += n;
            }
        }
    }

    private RoomForSomata room(int tile, int neurons) {
        double largest_um = NEURON_RADIUS_UM;
        double widest_um = 0;
        for (var kind : kinds) {
            largest_um = Math.max(largest_um, kind.radius_um(recipe) + MOST_SD * kind.radiusSd_um(recipe));
            widest_um = Math.max(widest_um, likes_um(kind));
        }
        return new RoomForSomata(tiles.get(tile), largest_um, widest_um, Math.toIntExact(neurons + cells(tile)));
    }

    private double likes_um(GliaKind kind) {
        return Spacing.EVENNESS * StrictMath.cbrt(UM3_PER_MM3 / (order.densityScale() * kind.density_per_mm3(recipe)));
    }

    private void settle(int tile, PlacedGlia placed, RoomForSomata room) {
        var kind = placed.kind();
        var sheet = tiles.get(tile).region().sheet();
        var draws = Draws.of(order.seed(), "placement.glia." + kind.word(), Placement.key(tile, placed.layer()));
        double likes_um = likes_um(kind);
        double shrink = 1;
        var at = new double[3];
        for (int i = 0; i < placed.size(); i++) {
            double radius_um = radius_um(kind, draws);
            for (int misses = 0; ; ) {
                tiles.get(tile).draw(placed.layer(), draws, at);
                var soma = new Soma(at[0], at[1], at[2], radius_um, kind.ordinal());
                if (room.free(soma, shrink * likes_um)) {
                    room.add(soma);
                    break;
                }
                if (++misses == EvenPositions.PATIENCE) {
                    misses = 0;
                    shrink *= SHRINK;
                    if (shrink < LEAST_SHRINK) {
                        throw full(kind, tiles.get(tile), placed.layer());
                    }
                }
            }
            for (int axis = 0; axis < 3; axis++) {
                placed.position(axis)[i] = (float) at[axis];
            }
            placed.radius_um()[i] = (float) radius_um;
            placed.depth_um()[i] = (float) sheet.depth_um(at[0], at[1], at[2]);
            placed.subregion()[i] = sheet.subregionAt(at[0], at[1], at[2]);
        }
    }

    private double radius_um(GliaKind kind, Draws draws) {
        double mean_um = kind.radius_um(recipe);
        double most_um = MOST_SD * kind.radiusSd_um(recipe);
        for (; ; ) {
            double radius_um = draws.normal(mean_um, kind.radiusSd_um(recipe));
            if (Math.abs(radius_um - mean_um) <= most_um) {
                return radius_um;
            }
        }
    }

    private Problem full(GliaKind kind, Tissue tissue, int layer) {
        return new Problem(
                Kind.INVALID,
                "NO_ROOM_FOR_GLIA",
                String.format(
                        Locale.ROOT,
                        "Layer %d of the %s has no room left for an %s among its neurons and glia.",
                        layer,
                        tissue.label(),
                        kind.word()),
                "Lower density_scale (now %s).".formatted(order.densityScale()),
                Map.of("layer", String.valueOf(layer), "kind", kind.word()));
    }
}
