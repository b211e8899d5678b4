package io.brainwright.placement.model.vessels;

import io.brainwright.neuro.random.Draws;
import io.brainwright.placement.model.vessels.Sections.Course;
import io.brainwright.placement.model.vessels.VesselRecipe.Penetrating;
import java.util.ArrayList;
import java.util.List;

/** The vessels that stand on the pia: they go down with a slow sway and a linear taper, and have a node wherever a capillary may leave. */
final class Trunks {
    /** chosen: length of a straight piece. */
    private static final double STEP_um = 20;
    /** chosen: how far a trunk sways to a side. */
    private static final double SWAY_um = 6;
    /** chosen: wave lengths of the sway. */
    private static final double LONG_um = 700;

    private static final double SHORT_um = 260;
    /** chosen: trunks keep this share of the mean distance between them. */
    private static final double EVENNESS = 0.7;

    private static final int PATIENCE = 500;
    private static final double SHRINK = 0.9;

    private final ColumnSpace space;
    private final VesselRecipe recipe;
    private final long seed;
    private final Sections out;
    private final List<double[]> feet = new ArrayList<>();
    private final List<Integer> open = new ArrayList<>();

    Trunks(ColumnSpace space, VesselRecipe recipe, long seed, Sections out) {
        this.space = space;
        this.recipe = recipe;
        this.seed = seed;
        this.out = out;
    }

    /** Nodes that a capillary may leave from; the deep ends stand twice. */
    List<Integer> open() {
        return open;
    }

    /** At least one of each kind, and as many as the recipe has on the column's area. */
    void grow() {
        int venules = count(recipe.venule());
        int arterioles = count(recipe.arteriole());
        double apart_um = EVENNESS * Math.sqrt(space.area_mm2() * 1e6 / (venules + arterioles));
        for (int k = 0; k < venules + arterioles; k++) {
            boolean venule = k < venules;
            var kind = venule ? VesselKind.VENULE : VesselKind.ARTERIOLE;
            var numbers = venule ? recipe.venule() : recipe.arteriole();
            grow(kind, numbers, apart_um, Draws.of(seed, "vessels.trunk", k));
        }
    }

    private int count(Penetrating numbers) {
        return (int) Math.max(1, Math.round(numbers.perMm2() * space.area_mm2()));
    }

    private void grow(VesselKind kind, Penetrating numbers, double apart_um, Draws draws) {
        double rim_um = space.radius_um() - numbers.top_um() / 2 - 2 * SWAY_um;
        if (rim_um <= 0) {
            throw VesselProblems.tooNarrow(2 * space.radius_um(), numbers.top_um() + 4 * SWAY_um);
        }
        double[] foot = foot(rim_um, apart_um, draws);
        feet.add(foot);
        double length_um = Math.min(
                draws.uniform(numbers.shortest_um(), numbers.longest_um()), space.thickness_um() - 2 * STEP_um);
        int steps = (int) Math.max(2, Math.round(length_um / STEP_um));
        int between = (int) Math.max(1, Math.round(recipe.offshoot_um() / STEP_um));
        var phases = new double[4];
        for (int i = 0; i < 4; i++) {
            phases[i] = draws.uniform(0, 2 * StrictMath.PI);
        }
        double top = space.piaAbove_um(foot[0], foot[1]);
        var path = new ArrayList<double[]>();
        var width = new ArrayList<Double>();
        int from = -1;
        for (int i = 0; i <= steps; i++) {
            double depth_um = i * length_um / steps;
            path.add(new double[] {
                foot[0] + sway(depth_um, phases[0], phases[1]),
                top - depth_um,
                foot[1] + sway(depth_um, phases[2], phases[3])
            });
            width.add(numbers.top_um() + (numbers.end_um() - numbers.top_um()) * i / steps);
            if (i == 0) {
                from = out.node(path.getFirst());
            } else if (i == steps || i % between == 0 && i < steps) {
                int to = out.node(path.getLast());
                out.add(course(kind, from, to, path, width));
                open.add(to);
                if (i == steps) {
                    open.add(to);
                }
                from = to;
                path = new ArrayList<>(List.of(path.getLast()));
                width = new ArrayList<>(List.of(width.getLast()));
            }
        }
    }

    private static Course course(VesselKind kind, int from, int to, List<double[]> path, List<Double> width) {
        return new Course(
                kind,
                from,
                to,
                List.copyOf(path),
                width.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Zero at the pia. */
    private static double sway(double depth_um, double slow, double fast) {
        return SWAY_um / 2 * (wave(depth_um / LONG_um, slow) + wave(depth_um / SHORT_um, fast)) / 2;
    }

    private static double wave(double turns, double phase) {
        return StrictMath.sin(2 * StrictMath.PI * turns + phase) - StrictMath.sin(phase);
    }

    private double[] foot(double rim_um, double apart_um, Draws draws) {
        for (double keep_um = apart_um; ; keep_um *= SHRINK) {
            for (int i = 0; i < PATIENCE; i++) {
                double x = draws.uniform(-rim_um, rim_um);
                double z = draws.uniform(-rim_um, rim_um);
                double least = keep_um * keep_um;
                if (x * x + z * z <= rim_um * rim_um
                        && feet.stream().allMatch(f -> square(f[0] - x) + square(f[1] - z) >= least)) {
                    return new double[] {x, z};
                }
            }
            if (keep_um < recipe.venule().top_um() + 4 * SWAY_um) {
                throw VesselProblems.tooNarrow(2 * space.radius_um(), 3 * keep_um);
            }
        }
    }

    private static double square(double v) {
        return v * v;
    }
}
