package io.brainwright.render.model.world;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.render.model.column.PlacedCell;

/** Points of a placed cell in the scene's frame, and how far they are from the soma along the neurite. */
public final class Neurites {
    private Neurites() {}

    /** Writes a point's place, um. */
    public static void place(PlacedCell cell, int point, double[] out) {
        Morphology m = cell.morphology();
        cell.orientation().rotate(m.x(point), m.y(point), m.z(point), out);
        out[0] += cell.x_um();
        out[1] += cell.y_um();
        out[2] += cell.z_um();
    }

    /** Middle of the soma. */
    public static double[] soma(PlacedCell cell) {
        double[] sum = new double[3];
        double[] p = new double[3];
        Morphology m = cell.morphology();
        int n = m.end(0) - m.begin(0);
        for (int i = m.begin(0); i < m.end(0); i++) {
            place(cell, i, p);
            for (int k = 0; k < 3; k++) {
                sum[k] += p[k] / n;
            }
        }
        return n == 0 ? new double[] {cell.x_um(), cell.y_um(), cell.z_um()} : sum;
    }

    /** Path length from the soma to the begin of each section, um. */
    public static double[] paths_um(Morphology m) {
        double[] path = new double[m.sectionCount()];
        for (int s = 1; s < path.length; s++) {
            int parent = m.parent(s);
            path[s] = parent <= 0 ? 0 : path[parent] + m.length_um(parent);
        }
        return path;
    }

    /** A section type's name in a scene. */
    public static int type(String part) {
        return switch (part) {
            case "soma" -> SectionType.SOMA;
            case "axon" -> SectionType.AXON;
            case "apical" -> SectionType.APICAL;
            default -> SectionType.BASAL;
        };
    }
}
