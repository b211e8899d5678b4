package io.brainwright.neuro.morphometrics;

import io.brainwright.neuro.morphology.Morphology;
import java.util.Arrays;
import java.util.Map;

/** Features with one value a tree: its size, and where it leaves the soma. */
final class Trunks {
    /** chosen: below the rounding of a contour's mean in float32. */
    private static final double CENTRE_UM = 1e-4;

    private Trunks() {}

    static void of(Trees t, double[] centre, Map<String, double[]> features) {
        double[] sections = new double[t.cell.sectionCount()];
        double[] length_um = new double[t.cell.sectionCount()];
        for (int s : t.sections) {
            sections[t.rootOf[s]]++;
            length_um[t.rootOf[s]] += t.length_um[s];
        }
        features.put("number_of_sections_per_neurite", each(t, r -> sections[r]));
        features.put("total_length_per_neurite", each(t, r -> length_um[r]));
        features.put("trunk_origin_azimuths", directed(each(t, r -> azimuth(t.cell, r, centre))));
        features.put("trunk_origin_elevations", directed(each(t, r -> elevation(t.cell, r, centre))));
        features.put("trunk_origin_radii", each(t, r -> t.cell.diameter(t.cell.begin(r)) / 2.0));
    }

    private static double[] each(Trees t, java.util.function.IntToDoubleFunction value) {
        return Arrays.stream(t.roots).mapToDouble(value).toArray();
    }

    /** A tree that begins at the soma's centre has no direction. */
    private static double[] directed(double[] angles) {
        return Arrays.stream(angles).filter(a -> !Double.isNaN(a)).toArray();
    }

    /** Angle about the y axis of the line from the soma's centre to the tree's first point, rad. */
    private static double azimuth(Morphology cell, int root, double[] c) {
        int p = cell.begin(root);
        return Double.isNaN(elevation(cell, root, c))
                ? Double.NaN
                : StrictMath.atan2(cell.z(p) - c[2], cell.x(p) - c[0]);
    }

    /** Angle above the xz plane of the same line, rad. */
    private static double elevation(Morphology cell, int root, double[] c) {
        int p = cell.begin(root);
        double dx = cell.x(p) - c[0];
        double dy = cell.y(p) - c[1];
        double dz = cell.z(p) - c[2];
        double r = Math.sqrt(dx * dx + dy * dy + dz * dz);
        return r < CENTRE_UM ? Double.NaN : StrictMath.asin(dy / r);
    }
}
