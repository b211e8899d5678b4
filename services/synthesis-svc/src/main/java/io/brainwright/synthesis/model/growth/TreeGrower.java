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
    static final double STEP_UM = 1; // Kanari et al. 2022: mean step 1 um; chosen: without spread
    static final double TARGETING = 0.14; // Kanari et al. 2022, example value of T
    private static final double BLUR_UM = 1; // Kanari et al. 2022, reference value of λ
    private static final int COURSE_STEPS = 10; // chosen: the course changes slowly, so it need not change at each step
    private static final double SILENT_UM = 30; // exp(-30) = 1e-13: no draw is needed so far from a mark
    private static final double MEMORY =
            StrictMath.exp(-1); // weight of a step over the next: exp(k), as in Kanari et al.

    private final GrowthBuffer out;
    private final Draws draws;
    private final double pia_um;
    private final double floor_um;
    private final double radius_um;
    private final double[] path = new double[3 * 8192];
    private final double dendrite_um;
    private final int stretch;
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
    private static final double AXON_um = 1;

    private static final double DENDRITE_um = 0.3;

    TreeGrower(GrowthBuffer out, Draws draws, double depth_um, double total_um, double radius_um) {
        this(out, draws, depth_um, total_um, radius_um, DENDRITE_um, Integer.MAX_VALUE / 2);
    }

    /**
     * @param dendrite_um how far a point of a dendrite may lie off the line between the points that are kept
     * @param stretch after so many points one is kept in any case
     */
    TreeGrower(
            GrowthBuffer out,
            Draws draws,
            double depth_um,
            double total_um,
            double radius_um,
            double dendrite_um,
            int stretch) {
        this.dendrite_um = dendrite_um;
        this.stretch = stretch;
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
        strays = habit == null ? 0 : habit.wander() * Math.sqrt(COURSE_STEPS * STEP_UM);
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
            travelled += STEP_UM;
            n = keep(n, at);
            left = at[1] <= floor_um;
        } while (!left && n < path.length / 3 && !acts(travelled, mark));
        int own = out.section(bud.parent(), type);
        Thinning.write(path, n, type == SectionType.AXON ? AXON_um : dendrite_um, stretch, out);
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
        double back = COURSE_STEPS * STEP_UM / Habit.RECALL_UM;
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
        double rx;
        double ry;
        double rz;
        double rr;
        do {
            rx = 2 * draws.nextDouble() - 1;
            ry = 2 * draws.nextDouble() - 1;
            rz = 2 * draws.nextDouble() - 1;
            rr = rx * rx + ry * ry + rz * rz;
        } while (rr > 1 || rr < 1e-12);
        double r = randomness / Math.sqrt(rr);
        double h = 1 - randomness - TARGETING;
        double ux = TARGETING * target[0] + r * rx + h * direction[0];
        double uy = TARGETING * target[1] + r * ry + h * direction[1];
        double uz = TARGETING * target[2] + r * rz + h * direction[2];
        double norm = STEP_UM / Math.max(1e-9, Math.sqrt(ux * ux + uy * uy + uz * uz));
        ux *= norm;
        uy *= norm;
        uz *= norm;
        if (at[1] + uy > pia_um) {
            uy = -0.2 * uy;
            target[1] = 0;
            direction[1] = 0;
        }
        at[0] += ux;
        at[1] += uy;
        at[2] += uz;
        direction[0] = (1 - MEMORY) * ux + MEMORY * direction[0];
        direction[1] = (1 - MEMORY) * uy + MEMORY * direction[1];
        direction[2] = (1 - MEMORY) * uz + MEMORY * direction[2];
        double unit = 1 / Math.max(1e-9, Turns.norm(direction));
        direction[0] *= unit;
        direction[1] *= unit;
        direction[2] *= unit;
    }
}
