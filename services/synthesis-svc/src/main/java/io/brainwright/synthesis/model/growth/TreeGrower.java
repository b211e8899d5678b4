package io.brainwright.synthesis.model.growth;

import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.random.Draws;
import io.brainwright.synthesis.model.branching.TipFate;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Neurite;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Tree;
import io.brainwright.synthesis.model.parameters.Habit;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Grows trees step by step.
 *
 * <pre>{@code
 *   u = T·target + R·random + (1 - T - R)·history,   step 1 um
 * }</pre>
 *
 * The target of a branch has the azimuth in which it set out and the height angle of its bar; where a bar has none (NaN), the direction
 * in which it set out.
 *
 * @see <a href="https://doi.org/10.1016/j.celrep.2022.110586">Kanari et al. 2022, Cell Reports</a>
 */
final class TreeGrower {
    private static final double BLUR_UM = 1; // Kanari et al. 2022, reference value of λ
    private static final int COURSE_STEPS = 10; // chosen: the course changes slowly, so it need not change at each step
    private static final double SILENT_UM = 30; // exp(-30) = 1e-13: no draw is needed so far from a mark

    private final GrowthBuffer out;
    private final Draws draws;
    private final double pia_um;
    private final Pia pia;
    private final double floor_um;
    private final double radius_um;
    private final double[] path = new double[3 * 8192];
    private final double[] move = new double[3];
    private final Kept dendrites;
    private final Ground ground;
    private double randomness;
    private @Nullable Habit habit;
    private double strays;

    /**
     * A section that waits to grow.
     *
     * @param heading what its course is taken from
     */
    private record Bud(
            int parent, int bar, int nextBar, double travelled_um, double[] at, double[] direction, double[] heading) {}

    /** chosen: axons are kept to 1 um, dendrites to 0.3 um, a quarter of a step. */
    static final Kept AXONS = new Kept(1, Integer.MAX_VALUE / 2);

    private static final Kept DENDRITES = new Kept(0.3, Integer.MAX_VALUE / 2);

    /**
     * Which points are kept.
     *
     * @param off_um how far one may lie off the line between those that are kept
     * @param stretch after so many points one is kept in any case
     */
    record Kept(double off_um, int stretch) {}

    /** Where a tip may be, beside between pia and white matter; one that would leave it ends. */
    interface Ground {
        boolean holds(double[] at);
    }

    TreeGrower(GrowthBuffer out, Draws draws, double depth_um, double total_um, double radius_um) {
        this(out, draws, depth_um, total_um, radius_um, flat(depth_um));
    }

    TreeGrower(GrowthBuffer out, Draws draws, double depth_um, double total_um, double radius_um, Pia pia) {
        this(out, draws, depth_um, total_um, radius_um, pia, DENDRITES, _ -> true);
    }

    TreeGrower(
            GrowthBuffer out,
            Draws draws,
            double depth_um,
            double total_um,
            double radius_um,
            Kept dendrites,
            Ground ground) {
        this(out, draws, depth_um, total_um, radius_um, flat(depth_um), dendrites, ground);
    }

    /** A plane a step below the pia over a soma. */
    static Pia flat(double depth_um) {
        return new FlatPia(depth_um - 1);
    }

    TreeGrower(
            GrowthBuffer out,
            Draws draws,
            double depth_um,
            double total_um,
            double radius_um,
            Pia pia,
            Kept dendrites,
            Ground ground) {
        this.pia = pia;
        this.dendrites = dendrites;
        this.ground = ground;
        this.out = out;
        this.draws = draws;
        this.pia_um = depth_um - 1;
        this.floor_um =
                depth_um - total_um - 50; // chosen: a tip 50 um within the white matter has left the tissue and ends
        this.radius_um = radius_um;
    }

    void grow(Neurite neurite, Tree tree, byte type, double scale, double azimuth) {
        randomness = neurite.randomness();
        habit = neurite.habit();
        strays = habit == null ? 0 : habit.wander() * Math.sqrt(COURSE_STEPS * Step.LENGTH_UM);
        int[] host = BarHosts.draw(tree.bars(), draws);
        double polar = StrictMath.toRadians(tree.trunk_deg());
        double[] d = Turns.fromAngles(polar, azimuth);
        double[] at = {d[0] * radius_um, Math.min(pia_um, d[1] * radius_um), d[2] * radius_um};
        var buds = new ArrayDeque<Bud>();
        int first = out.sections();
        buds.push(new Bud(0, 0, 1, 0, at, d, d));
        while (!buds.isEmpty()) {
            section(buds, tree, host, type, scale);
        }
        out.thicken(first, neurite.terminal_um(), neurite.rall());
    }

    private void section(ArrayDeque<Bud> buds, Tree tree, int[] host, byte type, double scale) {
        var bud = buds.pop();
        int next = bud.nextBar();
        while (next < host.length && host[next] != bud.bar()) {
            next++;
        }
        boolean forks = next < host.length;
        var bars = tree.bars();
        double mark =
                scale * (forks ? bars.get(next).get(1) : bars.get(bud.bar()).get(0));
        double[] at = bud.at().clone();
        double[] direction = bud.direction().clone();
        double aim = bars.get(bud.bar()).get(4);
        double[] course =
                Double.isNaN(aim) ? bud.heading().clone() : Turns.towards(bud.heading(), StrictMath.toRadians(aim));
        double[] target = course.clone();
        int n = 0;
        n = keep(n, at);
        double travelled = bud.travelled_um();
        boolean left = false;
        do {
            if (strays > 0 && n % COURSE_STEPS == 0) {
                stray(target, course);
            }
            step(at, direction, target);
            travelled += Step.LENGTH_UM;
            n = keep(n, at);
            left = at[1] <= floor_um || !ground.holds(at);
        } while (!left && n < path.length / 3 && !acts(travelled, mark));
        int own = out.section(bud.parent(), type);
        Thinning.write(path, n, type == SectionType.AXON ? AXONS : dendrites, out);
        if (forks && !left) {
            var bar = bars.get(next);
            boolean straight = type == SectionType.APICAL && bud.bar() == 0;
            double plane = draws.uniform(0, 2 * Math.PI);
            double youngerTurn = StrictMath.toRadians(bar.get(straight && habit != null && bar.size() > 5 ? 5 : 3));
            double elderTurn = straight ? 0 : StrictMath.toRadians(bar.get(2));
            double[] younger = Turns.turned(direction, youngerTurn, plane);
            double[] elder = Turns.turned(direction, elderTurn, plane + opening(bar));
            double kept = habit == null ? 1 : habit.heading();
            double[] youngers = kept == 1 ? younger : Turns.turned(direction, kept * youngerTurn, plane);
            double[] elders = kept == 1 ? elder : Turns.turned(direction, kept * elderTurn, plane + opening(bar));
            buds.push(new Bud(own, next, next + 1, travelled, at, younger, youngers));
            buds.push(new Bud(own, bud.bar(), next + 1, travelled, at, elder, elders));
        }
    }

    /**
     * Angle around the parent between the two children, from the angles that each makes with it and with the other:
     * {@code cos between = cos e cos y + sin e sin y cos opening}. Where the fit tells none, they part on opposite sides.
     */
    private static double opening(List<Float> bar) {
        if (bar.size() < 6) {
            return Math.PI;
        }
        double e = StrictMath.toRadians(bar.get(2));
        double y = StrictMath.toRadians(bar.get(3));
        double sines = StrictMath.sin(e) * StrictMath.sin(y);
        double cos = StrictMath.cos(StrictMath.toRadians(bar.get(5))) - StrictMath.cos(e) * StrictMath.cos(y);
        return sines < 1e-9 ? Math.PI : StrictMath.acos(Math.clamp(cos / sines, -1, 1));
    }

    /** Turns the target a little, at random and back to the course. */
    private void stray(double[] target, double[] course) {
        double back = COURSE_STEPS * Step.LENGTH_UM / Habit.RECALL_UM;
        for (int i = 0; i < 3; i++) {
            target[i] += back * (course[i] - target[i]) + strays * draws.normal(0, 1);
        }
        double unit = 1 / Math.max(1e-9, Turns.norm(target));
        for (int i = 0; i < 3; i++) {
            target[i] *= unit;
        }
    }

    private boolean acts(double travelled, double mark) {
        return travelled > mark - SILENT_UM && draws.nextDouble() < TipFate.actProbability(travelled, mark, BLUR_UM);
    }

    private int keep(int n, double[] at) {
        System.arraycopy(at, 0, path, 3 * n, 3);
        return n + 1;
    }

    /** One step; {@code direction} is the history and is updated. A tip at the pia slides along it. */
    private void step(double[] at, double[] direction, double[] target) {
        Step.propose(direction, target, randomness, draws, move);
        pia.slide(at, move, target, direction);
        at[0] += move[0];
        at[1] += move[1];
        at[2] += move[2];
        Step.remember(direction, move);
    }
}
