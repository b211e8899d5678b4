package io.brainwright.connectome.model.apposition;

import io.brainwright.connectome.model.tissue.Segments;
import java.util.ArrayList;
import java.util.List;

/**
 * All pairs of an axon segment and a segment of a target cell whose surfaces are nearer than the reach.
 *
 * <pre>{@code
 *   gap = min |P(s) - Q(t)| - r_axon - r_target,    touch when gap < reach
 * }</pre>
 */
final class Touches {
    private static final int MOST_STEPS = 40;
    private static final double CLOSE_ENOUGH_UM2 = 1e-9;

    private final Segments targets;
    private final SegmentTree tree;
    private final int[] stack = new int[64];
    private final Closest closest = new Closest();
    private final double[] point = new double[3];
    private final float[] box = new float[6];

    Touches(Segments targets, SegmentTree tree) {
        this.targets = targets;
        this.tree = tree;
    }

    /**
     * Overlaps of one axon with all targets but itself.
     *
     * @param axon segments of one cell's axon
     * @param own index of that cell among the targets, -1 where it is not one of them
     * @param reach widest gap, by target cell
     * @param widest_um the largest that {@code reach} ever answers
     */
    List<Overlap> of(Segments axon, int own, Reach reach, double widest_um) {
        var found = new ArrayList<Overlap>();
        for (int a = 0; a < axon.size(); a++) {
            int segment = a;
            bound(axon, a, widest_um);
            tree.visit(box, stack, place -> test(axon, segment, place, own, reach, found));
        }
        return found;
    }

    private void test(Segments axon, int a, int place, int own, Reach reach, List<Overlap> found) {
        int target = targets.cell(place);
        if (target == own) {
            return;
        }
        double radii_um = (double) axon.radius_um()[a] + targets.radius_um()[place];
        double limit_um = radii_um + reach.to_um(target);
        double squared = closest.squared(axon.ends(), a, targets.ends(), place);
        if (squared >= limit_um * limit_um) {
            return;
        }
        double nearest = closest.s;
        double length_um = axon.length_um(a);
        double from_um = axon.start_um(a) + length_um * border(axon, a, place, nearest, 0, limit_um);
        double to_um = axon.start_um(a) + length_um * border(axon, a, place, nearest, 1, limit_um);
        found.add(new Overlap(target, a, axon.section(a), from_um, to_um, place, Math.sqrt(squared) - radii_um));
    }

    /**
     * Fraction at which the axon leaves the reach on its way from its nearest point to one end.
     *
     * <p>Newton's method on f(s) = d²(s) - limit², from the end inward: the squared distance to a segment is convex, so the steps
     * never pass the border; f'(s) = 2 (A(s) - Q) · u, with Q the nearest point and u the axon segment.
     */
    private double border(Segments axon, int a, int place, double inside, double end, double limit_um) {
        double s = end;
        for (int i = 0; i < MOST_STEPS; i++) {
            axon.at(a, s, point);
            double excess_um2 = closest.squared(point, targets.ends(), place) - limit_um * limit_um;
            double slope_um2 = 2 * closest.along(axon.ends(), a);
            if (excess_um2 <= CLOSE_ENOUGH_UM2 || slope_um2 == 0) {
                return s;
            }
            s -= excess_um2 / slope_um2;
        }
        return end > inside ? Math.max(inside, s) : Math.min(inside, s);
    }

    private void bound(Segments axon, int a, double widest_um) {
        float margin = Math.nextUp((float) (axon.radius_um()[a] + widest_um));
        float[] ends = axon.ends();
        for (int k = 0; k < 3; k++) {
            float p = ends[a * 6 + k];
            float q = ends[a * 6 + 3 + k];
            box[k] = Math.nextDown(Math.min(p, q) - margin);
            box[k + 3] = Math.nextUp(Math.max(p, q) + margin);
        }
    }
}
