package io.brainwright.benchmarks.figures;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.random.Draws;
import io.brainwright.placement.model.Column;
import io.brainwright.placement.model.Order;
import io.brainwright.placement.model.Placement;
import io.brainwright.render.model.plot.Curve;
import io.brainwright.render.model.plot.Drawing;
import io.brainwright.render.model.plot.Figure;
import io.brainwright.render.model.plot.Panels;
import io.brainwright.render.model.plot.Sheet;
import java.util.ArrayList;
import java.util.List;

/** Placed somata: pair correlation of one layer, and counts of a thinned column beside their expectation. */
final class PlacementFigure {
    private static final int LAYER = 3;
    private static final double BIN_um = 2;
    private static final int BINS = 40;
    private static final int RANDOM_SETS = 8;
    private static final long THINNED = 2000;

    private PlacementFigure() {}

    static Sheet sheet() {
        var region = CorticalSheet.open("rat-nbs1").region("S1HL");
        var column = new Column(region, 300);
        var all = List.of(1, 2, 3, 4, 5, 6);
        return Panels.of(
                List.of(List.of(correlation(column), counts(column, all))),
                "",
                "S1HL, column of 300 µm, seed 0. Left: pairs of somata of layer 3 over pairs of as many independent places, by distance; somata keep max(10 µm, n^(-1/3)/2)."
                        + " Right: somata by layer where 2000 are asked for: what density times volume expects, and what was placed.",
                15,
                1000,
                430);
    }

    private static Figure correlation(Column column) {
        var placed = new ArrayList<double[]>();
        new Placement(column.region(), List.of(column), order(List.of(LAYER), 0))
                .place(
                        0,
                        layer -> {
                            for (int i = 0; i < layer.size(); i++) {
                                placed.add(
                                        new double[] {layer.position(0)[i], layer.position(1)[i], layer.position(2)[i]
                                        });
                            }
                        },
                        _ -> {});
        var pairs = Pairs.counts(placed.toArray(double[][]::new), BIN_um, BINS);
        var independent = new double[BINS];
        for (int set = 0; set < RANDOM_SETS; set++) {
            var draws = Draws.of(set, "figures.independent", 0);
            var places = new double[placed.size()][3];
            for (var place : places) {
                column.draw(LAYER, draws, place);
            }
            var counts = Pairs.counts(places, BIN_um, BINS);
            for (int b = 0; b < BINS; b++) {
                independent[b] += counts[b] / RANDOM_SETS;
            }
        }
        var r = new double[BINS];
        var g = new double[BINS];
        for (int b = 0; b < BINS; b++) {
            r[b] = (b + 0.5) * BIN_um;
            g[b] = independent[b] == 0 ? Double.NaN : pairs[b] / independent[b];
        }
        return new Figure(
                Drawing.LINES,
                "",
                "",
                "distance (um)",
                "pair correlation g",
                "",
                List.of(
                        new Curve("layer 3, %d somata".formatted(placed.size()), r, g),
                        new Curve("independent places", new double[] {0, BINS * BIN_um}, new double[] {1, 1})),
                List.of(),
                false);
    }

    private static Figure counts(Column column, List<Integer> layers) {
        var placement = new Placement(column.region(), List.of(column), order(layers, THINNED));
        var number = new double[layers.size()];
        var expected = new double[layers.size()];
        var placed = new double[layers.size()];
        for (int l = 0; l < layers.size(); l++) {
            int layer = layers.get(l);
            number[l] = layer;
            double full = new Placement(column.region(), List.of(column), order(List.of(layer), 0)).cellsInShape();
            expected[l] = full * placement.fraction();
            for (int m = 0; m < placement.mtypes().size(); m++) {
                placed[l] += placement.cells(0, layer, m);
            }
        }
        return new Figure(
                Drawing.BARS,
                "",
                "",
                "layer",
                "somata",
                "",
                List.of(new Curve("expected", number, expected), new Curve("placed", number, placed)),
                List.of(),
                false);
    }

    private static Order order(List<Integer> layers, long count) {
        return new Order(layers, count, 1, List.of(), -1, List.of(), 0);
    }
}
