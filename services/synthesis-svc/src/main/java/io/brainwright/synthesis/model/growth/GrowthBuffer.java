package io.brainwright.synthesis.model.growth;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import java.util.Arrays;

/** The cell so far, in flat arrays that grow. */
final class GrowthBuffer {
    private float[] x = new float[4096];
    private float[] y = new float[4096];
    private float[] z = new float[4096];
    private float[] diameter = new float[4096];
    private int points;
    private int[] parent = new int[256];
    private byte[] type = new byte[256];
    private int[] first = new int[257];
    private int sections;

    GrowthBuffer(double somaRadius_um) {
        section(-1, SectionType.SOMA);
        point(0, 0, 0, 2 * somaRadius_um);
    }

    int section(int parentSection, byte sectionType) {
        if (sections == parent.length) {
            parent = Arrays.copyOf(parent, 2 * sections);
            type = Arrays.copyOf(type, 2 * sections);
            first = Arrays.copyOf(first, 2 * sections + 1);
        }
        parent[sections] = parentSection;
        type[sections] = sectionType;
        first[sections] = points;
        return sections++;
    }

    void point(double px, double py, double pz, double d) {
        if (points == x.length) {
            x = Arrays.copyOf(x, 2 * points);
            y = Arrays.copyOf(y, 2 * points);
            z = Arrays.copyOf(z, 2 * points);
            diameter = Arrays.copyOf(diameter, 2 * points);
        }
        x[points] = (float) px;
        y[points] = (float) py;
        z[points] = (float) pz;
        diameter[points++] = (float) d;
    }

    int points() {
        return points;
    }

    int sections() {
        return sections;
    }

    /** Largest height of the points from the given one on. */
    double top_um(int from) {
        double top = 0;
        for (int p = from; p < points; p++) {
            top = Math.max(top, y[p]);
        }
        return top;
    }

    void stretchY(int from, double factor) {
        for (int p = from; p < points; p++) {
            y[p] = (float) (y[p] * factor);
        }
    }

    /** Brings the points from the given one on under the pia. */
    void settle(int from, Pia pia) {
        var point = new double[3];
        for (int p = from; p < points; p++) {
            point[0] = x[p];
            point[1] = y[p];
            point[2] = z[p];
            pia.settle(point);
            x[p] = (float) point[0];
            y[p] = (float) point[1];
            z[p] = (float) point[2];
        }
    }

    /**
     * Diameters from the tips down: d_parent^a = Σ d_child^a, never above the trunk's limit.
     *
     * @param firstSection first section of the tree
     * @param tip_um diameter at tips
     * @param rall exponent a
     */
    void thicken(int firstSection, double tip_um, double rall) {
        double[] sum = new double[sections - firstSection];
        for (int s = sections - 1; s >= firstSection; s--) {
            double own = sum[s - firstSection];
            double d = own == 0
                    ? tip_um
                    : Math.min(8, StrictMath.pow(own, 1 / rall)); // chosen: 8 um, no dendrite is thicker
            int end = s + 1 < sections ? first[s + 1] : points;
            double wide = own == 0 ? 1.3 * d : 1.05 * d; // chosen: taper along one section
            for (int p = first[s]; p < end; p++) {
                double f = end - first[s] < 2 ? 1 : (p - first[s]) / (double) (end - first[s] - 1);
                diameter[p] = (float) (wide + (d - wide) * f);
            }
            if (s > firstSection) {
                sum[parent[s] - firstSection] += StrictMath.pow(d, rall);
            }
        }
    }

    Morphology morphology() {
        int[] begins = Arrays.copyOf(first, sections + 1);
        begins[sections] = points;
        return new Morphology(
                Arrays.copyOf(x, points),
                Arrays.copyOf(y, points),
                Arrays.copyOf(z, points),
                Arrays.copyOf(diameter, points),
                Arrays.copyOf(parent, sections),
                Arrays.copyOf(type, sections),
                begins);
    }
}
