package io.brainwright.synthesis.model.morphometry;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.statistics.Moments;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Moments of the features of the cells of one m-type, cell by cell; no cell is kept. */
public final class ShapeTally {
    /** Distance of the spheres of a Sholl curve, um: that of {@code neuro.morphometrics}. */
    public static final double SPHERES_UM = 20;

    private final Collection<ShapeFeature> features;
    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final Map<String, Crossings> crossings = new LinkedHashMap<>();

    /**
     * One number by metric and neurite.
     *
     * @param unit unit of the values
     * @param over what the moments are over
     * @param moments the moments
     */
    public record Measure(String unit, String over, Moments moments) {}

    private static final class Crossings {
        private long[] sums = new long[0];
        private long cells;
    }

    public ShapeTally(Collection<ShapeFeature> features) {
        this.features = features;
    }

    /** Measures one more cell. */
    public void add(Morphology cell) {
        ShapeFeature.eachNeurite(cell, (name, neurite) -> {
            var shape = new ShapeFeature.Shape() {
                @Override
                public void add(String metric, String unit, String over, double value) {
                    measures.computeIfAbsent(metric + "_" + name, _ -> new Measure(unit, over, new Moments()))
                            .moments()
                            .add(value);
                }

                @Override
                public void crossings(int[] counts) {
                    cross(name, counts);
                }
            };
            features.forEach(feature -> feature.measure(neurite, shape));
        });
    }

    private void cross(String name, int[] counts) {
        var sum = crossings.computeIfAbsent(name, _ -> new Crossings());
        sum.cells++;
        sum.sums = sum.sums.length < counts.length ? Arrays.copyOf(sum.sums, counts.length) : sum.sums;
        for (int i = 0; i < counts.length; i++) {
            sum.sums[i] += counts[i];
        }
    }

    /** By metric and neurite: {@code total_length_basal_dendrite}. */
    public Map<String, Measure> measures() {
        return Collections.unmodifiableMap(measures);
    }

    /** Mean crossings of the spheres of radius 0, 20, 40, ... um over the cells that have this neurite, by its name. */
    public Map<String, double[]> shollCurves() {
        var curves = new LinkedHashMap<String, double[]>();
        crossings.forEach((name, c) -> curves.put(
                name,
                Arrays.stream(c.sums).mapToDouble(n -> (double) n / c.cells).toArray()));
        return curves;
    }
}
