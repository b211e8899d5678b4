package io.brainwright.neuro.morphometrics;

import io.brainwright.neuro.morphology.Morphology;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** Features with one value a segment: the cone frustum between two neighbouring points. */
final class Segments {
    private Segments() {}

    static void of(Trees t, Map<String, double[]> features) {
        features.put("segment_lengths", each(t, t.cell::segmentLength_um));
        features.put("segment_radii", each(t, p -> (radius(t.cell, p) + radius(t.cell, p + 1)) / 2));
    }

    /** Lateral area of all frusta, um2. */
    static double area_um2(Trees t) {
        return sum(each(t, p -> area_um2(t.cell, p)));
    }

    /** Volume of all frusta, um3. */
    static double volume_um3(Trees t) {
        return sum(each(t, p -> volume_um3(t.cell, p)));
    }

    private static double area_um2(Morphology cell, int p) {
        double h = cell.segmentLength_um(p);
        double a = radius(cell, p);
        double b = radius(cell, p + 1);
        return Math.PI * (a + b) * Math.sqrt((a - b) * (a - b) + h * h);
    }

    private static double volume_um3(Morphology cell, int p) {
        double a = radius(cell, p);
        double b = radius(cell, p + 1);
        return Math.PI / 3 * cell.segmentLength_um(p) * (a * a + a * b + b * b);
    }

    private static double radius(Morphology cell, int point) {
        return cell.diameter(point) / 2.0;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum;
    }

    private static double[] each(Trees t, IntToDoubleFunction value) {
        int n = 0;
        for (int s : t.sections) {
            n += t.cell.end(s) - t.cell.begin(s) - 1;
        }
        double[] values = new double[n];
        int i = 0;
        for (int s : t.sections) {
            for (int p = t.cell.begin(s); p < t.cell.end(s) - 1; p++) {
                values[i++] = value.applyAsDouble(p);
            }
        }
        return values;
    }
}
