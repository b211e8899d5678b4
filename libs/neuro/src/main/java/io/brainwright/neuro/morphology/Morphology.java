package io.brainwright.neuro.morphology;

import java.util.Arrays;

/**
 * The shape of one cell in flat arrays: points (x, y, z, diameter, in um) and sections that each own a run of points.
 *
 * <p>Section 0 is the soma; its points describe it (one point = a sphere of that diameter). Then come axon, basal and apical
 * sections, each depth-first, so that a parent always precedes its children. A section's first point repeats the last point
 * of its parent (position and the diameter that this section has there); a section on the soma begins with its own first
 * point. The soma lies at the origin and +y points to the pia.
 *
 * <p>The arrays belong to this object: whoever hands them over must not change them afterwards.
 */
public final class Morphology {
    private final float[] x;
    private final float[] y;
    private final float[] z;
    private final float[] diameter;
    private final int[] parent;
    private final byte[] type;
    private final int[] firstPoint;

    /**
     * @param x point coordinates, um
     * @param y point coordinates, um
     * @param z point coordinates, um
     * @param diameter point diameters, um
     * @param parent parent section of each section, -1 for the soma, 0 for a root on the soma
     * @param type {@link SectionType} of each section
     * @param firstPoint first point of each section, with one more entry: the number of points
     */
    public Morphology(float[] x, float[] y, float[] z, float[] diameter, int[] parent, byte[] type, int[] firstPoint) {
        assert firstPoint.length == parent.length + 1 && type.length == parent.length : "one entry per section";
        assert firstPoint[parent.length] == x.length : "last entry of firstPoint is the number of points";
        assert parent.length > 0 && parent[0] == -1 && type[0] == SectionType.SOMA : "section 0 is the soma";
        this.x = x;
        this.y = y;
        this.z = z;
        this.diameter = diameter;
        this.parent = parent;
        this.type = type;
        this.firstPoint = firstPoint;
    }

    public int pointCount() {
        return x.length;
    }

    public int sectionCount() {
        return parent.length;
    }

    public float x(int point) {
        return x[point];
    }

    public float y(int point) {
        return y[point];
    }

    public float z(int point) {
        return z[point];
    }

    /** Diameter at a point, um. */
    public float diameter(int point) {
        return diameter[point];
    }

    /** Parent section; 0 for a root on the soma, -1 for the soma itself. */
    public int parent(int section) {
        return parent[section];
    }

    public byte type(int section) {
        return type[section];
    }

    /** First point of a section. */
    public int begin(int section) {
        return firstPoint[section];
    }

    /** One past the last point of a section. */
    public int end(int section) {
        return firstPoint[section + 1];
    }

    /** Length of the segment from point to point + 1, um. */
    public double segmentLength_um(int point) {
        double dx = (double) x[point + 1] - x[point];
        double dy = (double) y[point + 1] - y[point];
        double dz = (double) z[point + 1] - z[point];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    /** Length along a section, um; 0 for the soma. */
    public double length_um(int section) {
        double sum = 0;
        if (section > 0) {
            for (int p = begin(section); p < end(section) - 1; p++) {
                sum += segmentLength_um(p);
            }
        }
        return sum;
    }

    /** Radius of the soma: half the diameter of its one point, or the mean distance of its contour from its centre. */
    public double somaRadius_um() {
        int n = end(0);
        if (n == 1) {
            return diameter[0] / 2.0;
        }
        double cx = mean(x, n);
        double cy = mean(y, n);
        double cz = mean(z, n);
        double sum = 0;
        for (int p = 0; p < n; p++) {
            double dx = x[p] - cx;
            double dy = y[p] - cy;
            double dz = z[p] - cz;
            sum += Math.sqrt(dx * dx + dy * dy + dz * dz);
        }
        return sum / n;
    }

    /** Sections whose parent is the given one, in order. */
    public int[] children(int section) {
        int n = 0;
        int[] found = new int[parent.length];
        for (int s = section + 1; s < parent.length; s++) {
            if (parent[s] == section) {
                found[n++] = s;
            }
        }
        return Arrays.copyOf(found, n);
    }

    private static double mean(float[] values, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += values[i];
        }
        return sum / n;
    }
}
