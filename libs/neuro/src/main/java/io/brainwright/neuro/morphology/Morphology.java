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
    private final SomaShape somaShape;

    /** A cell whose soma is a sphere where it has one point, and else a contour; see the other constructor. */
    public Morphology(float[] x, float[] y, float[] z, float[] diameter, int[] parent, byte[] type, int[] firstPoint) {
        this(x, y, z, diameter, parent, type, firstPoint, firstPoint[1] == 1 ? SomaShape.SPHERE : SomaShape.CONTOUR);
    }

    /**
     * @param x point coordinates, um
     * @param y point coordinates, um
     * @param z point coordinates, um
     * @param diameter point diameters, um
     * @param parent parent section of each section, -1 for the soma, 0 for a root on the soma
     * @param type {@link SectionType} of each section
     * @param firstPoint first point of each section, with one more entry: the number of points
     * @param somaShape how the soma's points are meant
     */
    public Morphology(
            float[] x,
            float[] y,
            float[] z,
            float[] diameter,
            int[] parent,
            byte[] type,
            int[] firstPoint,
            SomaShape somaShape) {
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
        this.somaShape = somaShape;
    }

    /** How the soma's points are meant. */
    public SomaShape somaShape() {
        return somaShape;
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

    /**
     * Radius of the soma, um: half the diameter of its one point; the mean distance of a contour from its centre; for
     * cylinders the radius of the sphere of equal side area, r = sqrt(A / 4π).
     */
    public double somaRadius_um() {
        return switch (somaShape) {
            case SPHERE -> diameter[0] / 2.0;
            case CONTOUR -> contourRadius_um();
            case CYLINDERS -> Math.sqrt(cylinderArea_um2() / (4 * Math.PI));
        };
    }

    /** Centre of the soma, um: the mean of its points. */
    public double[] somaCentre_um() {
        return new double[] {mean(x, end(0)), mean(y, end(0)), mean(z, end(0))};
    }

    private double contourRadius_um() {
        int n = end(0);
        double[] c = somaCentre_um();
        double sum = 0;
        for (int p = 0; p < n; p++) {
            double dx = x[p] - c[0];
            double dy = y[p] - c[1];
            double dz = z[p] - c[2];
            sum += Math.sqrt(dx * dx + dy * dy + dz * dz);
        }
        return sum / n;
    }

    private double cylinderArea_um2() {
        double area = 0;
        for (int p = 0; p + 1 < end(0); p++) {
            double h = segmentLength_um(p);
            double step = (diameter[p] - diameter[p + 1]) / 2.0;
            area += Math.PI * (diameter[p] + diameter[p + 1]) / 2.0 * Math.sqrt(h * h + step * step);
        }
        return area;
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
