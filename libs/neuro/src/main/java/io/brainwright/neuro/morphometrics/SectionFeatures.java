package io.brainwright.neuro.morphometrics;

import io.brainwright.neuro.morphology.Morphology;
import java.util.Map;

/** Features with one value a section. */
final class SectionFeatures {
    private SectionFeatures() {}

    static void of(Trees t, Map<String, double[]> features) {
        features.put("section_lengths", t.each(s -> t.length_um[s]));
        features.put("section_path_distances", t.each(s -> t.path_um[s]));
        features.put("section_radial_distances", t.each(s -> radial_um(t, s)));
        features.put("section_tortuosity", t.each(s -> tortuosity(t, s)));
        features.put("section_term_lengths", t.each(t::leaf, s -> t.length_um[s]));
        features.put("section_bif_lengths", t.each(t::fork, s -> t.length_um[s]));
        int[] order = branchOrders(t);
        features.put("section_branch_orders", t.each(s -> order[s]));
        int[] strahler = strahlerOrders(t);
        features.put("section_strahler_orders", t.each(s -> strahler[s]));
    }

    /** Straight distance of a section's end from its tree's first point, um. */
    static double radial_um(Trees t, int section) {
        return t.distance_um(t.cell.end(section) - 1, t.cell.begin(t.rootOf[section]));
    }

    /** Length over the straight distance of the ends; 1 for a straight section. */
    private static double tortuosity(Trees t, int section) {
        return t.length_um[section] / t.distance_um(t.cell.begin(section), t.cell.end(section) - 1);
    }

    /** Forks between the root section and a section; 0 for the root section itself. */
    private static int[] branchOrders(Trees t) {
        int[] order = new int[t.cell.sectionCount()];
        for (int s : t.sections) {
            order[s] = t.rootOf[s] == s ? 0 : order[t.cell.parent(s)] + 1;
        }
        return order;
    }

    /**
     * Strahler orders: 1 for a leaf; at a fork the greatest order of the children, one more where two children share it.
     *
     * @see <a href="https://doi.org/10.1130/0016-7606(1952)63[1117:HAAOET]2.0.CO;2">Strahler 1952</a>
     */
    private static int[] strahlerOrders(Trees t) {
        int[] order = new int[t.cell.sectionCount()];
        for (int i = t.sections.length - 1; i >= 0; i--) {
            int s = t.sections[i];
            int greatest = 0;
            int times = 0;
            for (int c = 0; c < t.children[s]; c++) {
                int o = order[t.child(s, c)];
                times = o > greatest ? 1 : o == greatest ? times + 1 : times;
                greatest = Math.max(greatest, o);
            }
            order[s] = greatest == 0 ? 1 : times > 1 ? greatest + 1 : greatest;
        }
        return order;
    }

    /**
     * Slope of the diameter along a section, um per um: least squares over its points.
     */
    static double taper(Trees t, int section) {
        Morphology cell = t.cell;
        int n = cell.end(section) - cell.begin(section);
        double path = 0;
        double meanPath = 0;
        double meanDiameter = 0;
        double[] paths = new double[n];
        for (int i = 0; i < n; i++) {
            int p = cell.begin(section) + i;
            path += i == 0 ? 0 : cell.segmentLength_um(p - 1);
            paths[i] = path;
            meanPath += path / n;
            meanDiameter += (double) cell.diameter(p) / n;
        }
        double along = 0;
        double both = 0;
        for (int i = 0; i < n; i++) {
            double d = paths[i] - meanPath;
            along += d * d;
            both += d * (cell.diameter(cell.begin(section) + i) - meanDiameter);
        }
        return both / along;
    }
}
