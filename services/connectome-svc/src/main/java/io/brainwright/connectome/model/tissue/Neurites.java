package io.brainwright.connectome.model.tissue;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;

/** Cuts a placed cell into straight segments: its axon, its initial segment, or its soma and dendrites. */
public final class Neurites {
    private Neurites() {}

    /** Adds the axon. */
    public static void addAxon(PlacedCell cell, int index, Segments to) {
        addSections(cell, index, to, true, Double.POSITIVE_INFINITY);
    }

    /**
     * Adds the axon's initial segment, nothing where the cell has no axon.
     *
     * @param length_um path from the soma at which it ends; the segment that reaches further is cut there
     */
    public static void addInitialSegment(PlacedCell cell, int index, double length_um, Segments to) {
        addSections(cell, index, to, true, length_um);
    }

    /** Adds the soma, as a sphere, and all dendrites. */
    public static void addTargets(PlacedCell cell, int index, Segments to) {
        var shape = cell.shape();
        double[] centre = new double[3];
        cell.place(middle(shape, 0), middle(shape, 1), middle(shape, 2), centre);
        to.add(index, 0, 0, SectionType.SOMA, centre, centre, shape.somaRadius_um(), 0, 0, 0);
        addSections(cell, index, to, false, Double.POSITIVE_INFINITY);
    }

    private static void addSections(PlacedCell cell, int index, Segments to, boolean axon, double until_um) {
        var shape = cell.shape();
        double[] path_um = new double[shape.sectionCount()];
        double[] from = new double[3];
        double[] until = new double[3];
        for (int s = 1; s < shape.sectionCount(); s++) {
            double length_um = shape.length_um(s);
            double before_um = shape.parent(s) > 0 ? path_um[shape.parent(s)] : 0;
            path_um[s] = before_um + length_um;
            if ((shape.type(s) == SectionType.AXON) != axon) {
                continue;
            }
            double start_um = 0;
            for (int p = shape.begin(s); p < shape.end(s) - 1 && before_um + start_um < until_um; p++) {
                cell.place(shape.x(p), shape.y(p), shape.z(p), from);
                cell.place(shape.x(p + 1), shape.y(p + 1), shape.z(p + 1), until);
                cut(from, until, (until_um - before_um - start_um) / shape.segmentLength_um(p));
                double radius_um = (shape.diameter(p) + shape.diameter(p + 1)) / 4.0;
                to.add(
                        index,
                        s,
                        p - shape.begin(s),
                        shape.type(s),
                        from,
                        until,
                        radius_um,
                        start_um,
                        length_um,
                        before_um + start_um);
                start_um += shape.segmentLength_um(p);
            }
        }
    }

    /** Moves the end of a segment back where only a share of it counts. */
    private static void cut(double[] from, double[] until, double share) {
        for (int axis = 0; share < 1 && axis < 3; axis++) {
            until[axis] = from[axis] + share * (until[axis] - from[axis]);
        }
    }

    private static double middle(Morphology shape, int axis) {
        double sum = 0;
        int n = shape.end(0);
        for (int p = 0; p < n; p++) {
            sum += axis == 0 ? shape.x(p) : axis == 1 ? shape.y(p) : shape.z(p);
        }
        return sum / n;
    }
}
