package io.brainwright.neuro.morphometrics;

import io.brainwright.neuro.morphology.Morphology;
import java.util.Arrays;
import java.util.Map;

/** Features with one value a bifurcation: a section that ends in exactly two. */
final class ForkFeatures {
    /** Rall's 3/2. */
    private static final double POWER = 1.5;

    private ForkFeatures() {}

    static void of(Trees t, Map<String, double[]> features) {
        features.put("local_bifurcation_angles", t.each(t::fork, s -> angle(t, s, false)));
        features.put("remote_bifurcation_angles", t.each(t::fork, s -> angle(t, s, true)));
        features.put("partition_asymmetry", t.each(t::fork, s -> asymmetry(t, s)));
    }

    static void ofDiameters(Trees t, Map<String, double[]> features) {
        features.put(
                "diameter_power_relations",
                Arrays.stream(t.each(t::fork, s -> powerRelation(t, s)))
                        .filter(Double::isFinite)
                        .toArray());
        features.put("sibling_ratios", t.each(t::fork, s -> siblingRatio(t, s)));
    }

    /** Angle between the two children in rad: between their first segments of some length, or (remote) between their ends. */
    private static double angle(Trees t, int section, boolean remote) {
        int fork = t.cell.end(section) - 1;
        int a = t.child(section, 0);
        int b = t.child(section, 1);
        return remote
                ? angle(t.cell, fork, t.cell.end(a) - 1, t.cell.end(b) - 1)
                : angle(t.cell, fork, departure(t, a), departure(t, b));
    }

    /** The first point of a section that does not lie on its beginning. */
    private static int departure(Trees t, int section) {
        int p = t.cell.begin(section) + 1;
        while (p < t.cell.end(section) - 1 && t.distance_um(p, t.cell.begin(section)) == 0) {
            p++;
        }
        return p;
    }

    private static double angle(Morphology cell, int at, int a, int b) {
        double ax = (double) cell.x(a) - cell.x(at);
        double ay = (double) cell.y(a) - cell.y(at);
        double az = (double) cell.z(a) - cell.z(at);
        double bx = (double) cell.x(b) - cell.x(at);
        double by = (double) cell.y(b) - cell.y(at);
        double bz = (double) cell.z(b) - cell.z(at);
        double cx = ay * bz - az * by;
        double cy = az * bx - ax * bz;
        double cz = ax * by - ay * bx;
        return StrictMath.atan2(Math.sqrt(cx * cx + cy * cy + cz * cz), ax * bx + ay * by + az * bz);
    }

    /**
     * |n - m| / (n + m) with n and m the sections at and beyond the two children; 0 where both have as many. The variant of the
     * Petilla convention counts leaves and subtracts 2 below; NeuroM's default, which papers quote, does not.
     *
     * @see <a href="https://doi.org/10.1016/0165-0270(92)90042-K">van Pelt et al. 1992</a>
     */
    private static double asymmetry(Trees t, int section) {
        int n = t.sectionsFrom[t.child(section, 0)];
        int m = t.sectionsFrom[t.child(section, 1)];
        return (double) Math.abs(n - m) / (n + m);
    }

    /** (d/d1)^1.5 + (d/d2)^1.5, children measured at the first point after the fork; 2 where nothing gets thinner. */
    private static double powerRelation(Trees t, int section) {
        double parent = t.cell.diameter(t.cell.end(section) - 1);
        return StrictMath.pow(parent / first(t, section, 0), POWER)
                + StrictMath.pow(parent / first(t, section, 1), POWER);
    }

    private static double siblingRatio(Trees t, int section) {
        double a = first(t, section, 0);
        double b = first(t, section, 1);
        return Math.min(a, b) / Math.max(a, b);
    }

    private static double first(Trees t, int section, int which) {
        return t.cell.diameter(t.cell.begin(t.child(section, which)) + 1);
    }
}
