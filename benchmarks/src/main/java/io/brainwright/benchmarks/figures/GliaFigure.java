package io.brainwright.benchmarks.figures;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.placement.model.Column;
import io.brainwright.placement.model.GliaKind;
import io.brainwright.placement.model.Order;
import io.brainwright.placement.model.Placement;
import io.brainwright.render.model.plot.Curve;
import io.brainwright.render.model.plot.Drawing;
import io.brainwright.render.model.plot.Figure;
import io.brainwright.render.model.plot.Sheet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Glia: how far the nearest soma of the same kind is, beside independent places of the same density. */
final class GliaFigure {
    private static final double BIN_um = 2;
    private static final int BINS = 40;

    private GliaFigure() {}

    static Sheet sheet() {
        var column = new Column(CorticalSheet.open("rat-nbs1").region("S1HL"), 300);
        var layers = List.of(1, 2, 3, 4, 5, 6);
        var places = new EnumMap<GliaKind, List<double[]>>(GliaKind.class);
        var placement = new Placement(
                column.region(),
                List.of(column),
                new Order(layers, 0, 1, List.of(), -1, List.of(GliaKind.values()), 0));
        placement.place(0, _ -> {}, glia -> {
            for (int i = 0; i < glia.size(); i++) {
                places.computeIfAbsent(glia.kind(), _ -> new ArrayList<>())
                        .add(new double[] {glia.position(0)[i], glia.position(1)[i], glia.position(2)[i]});
            }
        });
        var curves = new ArrayList<Curve>();
        places.forEach((kind, all) -> curves.add(nearest(kind.word() + ", " + all.size(), all)));
        var astrocytes = Objects.requireNonNull(places.get(GliaKind.ASTROCYTE));
        curves.add(poisson(astrocytes.size() / placement.volume_mm3() / 1e9));
        var caption = String.format(
                Locale.ROOT,
                "S1HL, column of 300 µm, seed 0. Distance from each soma to the nearest of its kind, %.0f µm wide bins; independent places: Poisson process of the astrocytes' density (%.0f per mm³), 4π n r² exp(-4π n r³ / 3).",
                BIN_um,
                astrocytes.size() / placement.volume_mm3());
        return Sheet.of(
                new Figure(
                        Drawing.STEPS,
                        "",
                        caption,
                        "distance to the nearest of the kind (um)",
                        "somata, share per um",
                        "",
                        curves,
                        List.of(),
                        false),
                760,
                480);
    }

    private static Curve nearest(String name, List<double[]> all) {
        var share = new double[BINS];
        for (var one : all) {
            double least = Double.POSITIVE_INFINITY;
            for (var other : all) {
                if (other != one) {
                    least = Math.min(
                            least,
                            Math.sqrt(
                                    square(one[0] - other[0]) + square(one[1] - other[1]) + square(one[2] - other[2])));
                }
            }
            int bin = (int) (least / BIN_um);
            if (bin < BINS) {
                share[bin] += 1 / (all.size() * BIN_um);
            }
        }
        return new Curve(name, edges(), share);
    }

    private static Curve poisson(double density_per_um3) {
        var share = new double[BINS];
        for (int b = 0; b < BINS; b++) {
            double r = (b + 0.5) * BIN_um;
            share[b] =
                    4 * Math.PI * density_per_um3 * r * r * Math.exp(-4 / 3.0 * Math.PI * density_per_um3 * r * r * r);
        }
        return new Curve("independent places", edges(), share);
    }

    private static double[] edges() {
        var x = new double[BINS];
        for (int b = 0; b < BINS; b++) {
            x[b] = b * BIN_um;
        }
        return x;
    }

    private static double square(double v) {
        return v * v;
    }
}
