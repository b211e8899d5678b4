package io.brainwright.synthesis.model.astrocyte;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.random.Draws;
import java.util.ArrayList;
import java.util.List;

/** Grows the processes of one astrocyte. Draws are keyed by it, so it grows alike alone, in a batch, in any order. */
public final class AstrocyteGrower {
    /** A trunk to a vessel with all that grows from it; as in ArchNGV's morphologies. */
    public static final byte PERIVASCULAR = SectionType.AXON;
    /** All other processes; as in ArchNGV's morphologies. */
    public static final byte OTHER = SectionType.BASAL;

    private static final double PLACES_PER_UM3 = 0.008; // chosen: one in a cube of 5 um
    private static final int PRIMARY = 5; // chosen: main processes beside the trunks to vessels
    private static final double SWAY = 0.25; // chosen: sideways part of a trunk's step, of its length

    private AstrocyteGrower() {}

    /**
     * @param seed the scientist's seed
     * @param gliaId id of the astrocyte
     * @param soma centre, um
     * @param radius_um of the soma
     * @param domain what it fills
     * @param feet places on the walls of vessels
     */
    public static Morphology grow(
            long seed, long gliaId, double[] soma, double radius_um, Domain domain, List<double[]> feet) {
        var tree = new ProcessTree();
        var draws = Draws.of(seed, "synthesis.astrocyte.trunk", gliaId);
        for (double[] foot : feet) {
            trunk(tree, soma, radius_um, foot, draws);
        }
        int trunks = tree.size();
        primaries(tree, soma, radius_um, draws);
        new Colonisation(tree, places(domain, soma, radius_um, Draws.of(seed, "synthesis.astrocyte.places", gliaId)))
                .grow();
        return new ProcessShape(tree, soma, radius_um, trunks).morphology();
    }

    /** From the soma's surface to the foot, with a sway that dies out towards the foot; the last node is the foot. */
    private static void trunk(ProcessTree tree, double[] soma, double radius_um, double[] foot, Draws draws) {
        double[] at = towards(soma, foot, radius_um);
        int node = tree.add(at, -1, PERIVASCULAR);
        double left = distance(at, foot);
        double[] side = new double[3];
        while (left > 1.5 * Colonisation.STEP_UM) {
            draws.direction(side);
            double[] next = towards(at, foot, Colonisation.STEP_UM);
            for (int k = 0; k < 3; k++) {
                at[k] = next[k] + SWAY * Colonisation.STEP_UM * side[k];
            }
            node = tree.add(at, node, PERIVASCULAR);
            left = distance(at, foot);
        }
        tree.add(foot, node, PERIVASCULAR);
    }

    /** Evenly about the soma on a spiral from pole to pole, turned at random; those that no place draws remain without length and are left away. */
    private static void primaries(ProcessTree tree, double[] soma, double radius_um, Draws draws) {
        double turn = draws.uniform(0, 2 * Math.PI);
        double lift = draws.nextDouble();
        for (int p = 0; p < PRIMARY; p++) {
            double y = 1 - 2 * (p + lift) / PRIMARY;
            double r = Math.sqrt(Math.max(0, 1 - y * y));
            double angle = turn + p * Math.PI * (3 - Math.sqrt(5)); // the golden angle
            double[] at = {
                soma[0] + radius_um * r * StrictMath.cos(angle),
                soma[1] + radius_um * y,
                soma[2] + radius_um * r * StrictMath.sin(angle)
            };
            tree.add(at, -1, OTHER);
        }
    }

    /** Uniform in the domain outside the soma. */
    private static double[][] places(Domain domain, double[] soma, double radius_um, Draws draws) {
        int n = (int) Math.ceil(domain.volume_um3() * PLACES_PER_UM3);
        var places = new ArrayList<double[]>();
        while (places.size() < n) {
            var at = new double[3];
            domain.inBox(draws.nextDouble(), draws.nextDouble(), draws.nextDouble(), at);
            if (domain.holds(at, 0)) {
                places.add(at);
            }
        }
        places.removeIf(at -> distance(at, soma) < radius_um);
        return places.toArray(double[][]::new);
    }

    private static double[] towards(double[] from, double[] to, double length) {
        double d = Math.max(1e-9, distance(from, to));
        return new double[] {
            from[0] + length * (to[0] - from[0]) / d,
            from[1] + length * (to[1] - from[1]) / d,
            from[2] + length * (to[2] - from[2]) / d
        };
    }

    static double distance(double[] a, double[] b) {
        double dx = a[0] - b[0];
        double dy = a[1] - b[1];
        double dz = a[2] - b[2];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
}
