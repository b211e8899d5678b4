package io.brainwright.benchmarks.figures;

import io.brainwright.neuro.densities.MouseTable;
import io.brainwright.neuro.inference.MouseInference;
import io.brainwright.render.model.plot.Curve;
import io.brainwright.render.model.plot.Drawing;
import io.brainwright.render.model.plot.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Every published count of the mouse's regions beside the most likely value of all counts together.
 *
 * @param curves by class: log10 of the most likely value along, of the count across
 * @param counts all there are
 * @param shown those above 0, which have a logarithm
 * @param regions where something was counted
 * @param within share of the shown that lie within the 90 % interval
 */
record MouseCountsBeside(List<Curve> curves, int counts, int shown, int regions, double within) {
    private static final double BIN = 0.1;
    private static final double MOST = 3;

    /** The diagonal ends here, log10 of cells per mm3. */
    private static final double HIGHEST = 5.7;

    private static final int DOTS = 60;

    static MouseCountsBeside shipped() {
        var table = MouseTable.shipped();
        var inference = MouseInference.shipped();
        var curves = new ArrayList<Curve>();
        int counts = 0;
        int shown = 0;
        int within = 0;
        for (var type : MouseTable.TYPES) {
            var likely = new ArrayList<Double>();
            var counted = new ArrayList<Double>();
            for (var region : table.regions()) {
                for (var reported : table.reported(region.acronym(), type)) {
                    counts++;
                    var interval = inference.density(region.acronym(), type);
                    if (reported.density_per_mm3() > 0 && interval.value() > 0) {
                        shown++;
                        within += interval.holds(reported.density_per_mm3()) ? 1 : 0;
                        likely.add(Math.log10(interval.value()));
                        counted.add(Math.log10(reported.density_per_mm3()));
                    }
                }
            }
            curves.add(new Curve(type.replace(" neuron", ""), array(likely), array(counted)));
        }
        long regions = table.regions().stream()
                .filter(r -> MouseTable.TYPES.stream()
                        .anyMatch(t -> !table.reported(r.acronym(), t).isEmpty()))
                .count();
        return new MouseCountsBeside(List.copyOf(curves), counts, shown, (int) regions, (double) within / shown);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    Figure dots() {
        var all = new ArrayList<>(curves);
        double[] diagonal =
                IntStream.range(0, DOTS).mapToDouble(i -> HIGHEST * i / DOTS).toArray();
        all.add(new Curve("equal", diagonal, diagonal));
        return figure(
                Drawing.DOTS,
                "most likely density, log10 of cells per mm3",
                "count, log10 of cells per mm3",
                all,
                List.of());
    }

    /** How far counts lie from the most likely value, as factors. */
    Figure ratios() {
        var steps = curves.stream()
                .map(c -> new Histogram(0, MOST, BIN, factors(c)).curve(c.name() + ", " + c.x().length))
                .toList();
        double top =
                steps.stream().flatMapToDouble(c -> Arrays.stream(c.y())).max().orElseThrow();
        return figure(
                Drawing.STEPS,
                "count over most likely density",
                "share of the class's counts, per unit",
                steps,
                List.of(new Curve("equal", new double[] {1, 1}, new double[] {0, top})));
    }

    /** Counts that are more than {@link #MOST} times the most likely value. */
    long beyond() {
        return curves.stream()
                .flatMapToDouble(c -> Arrays.stream(factors(c)))
                .filter(f -> f >= MOST)
                .count();
    }

    private static double[] factors(Curve curve) {
        var factors = new double[curve.x().length];
        Arrays.setAll(factors, i -> Math.pow(10, curve.y()[i] - curve.x()[i]));
        return factors;
    }

    private static Figure figure(Drawing drawing, String x, String y, List<Curve> curves, List<Curve> beside) {
        return new Figure(drawing, "", "", x, y, "", curves, List.of(), false, beside, List.of());
    }
}
