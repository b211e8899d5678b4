package io.brainwright.synthesis.model.fit;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.synthesis.model.parameters.Habit;
import java.util.ArrayList;
import java.util.List;

/** Measures how the branches of reconstructions hold their course over longer ways than {@link Straightness} looks at. */
final class HabitFit {
    private static final double LOOK_UM = 100; // chosen: the longest way that many sections have
    /** chosen: about 5 um of the reconstructions that it was tried on. */
    static final int SEGMENTS = 3;

    /**
     * chosen on halves other than the reported ones: courses part by less than branches do over their sections, because each is also drawn to the height of
     * its bar.
     */
    private static final double HEADING = 0.8;

    private final List<Double> straightness = new ArrayList<>();
    private final List<Double> near = new ArrayList<>();
    private final List<Double> far = new ArrayList<>();

    void add(Morphology cell, int s) {
        double path = 0;
        int from = cell.begin(s);
        for (int p = from; p < cell.end(s) - 1; p++) {
            path += cell.segmentLength_um(p);
            if (path >= LOOK_UM) {
                straightness.add(TreeFit.distance(cell, from, p + 1) / path);
                from = p + 1;
                path = 0;
            }
        }
        int[] children = cell.children(s);
        if (children.length == 2) {
            near.add(TreeFit.between_deg(
                    cell,
                    children[0],
                    TreeFit.ahead(cell, children[0], SEGMENTS),
                    children[1],
                    TreeFit.ahead(cell, children[1], SEGMENTS)));
            far.add(TreeFit.between_deg(
                    cell, children[0], cell.end(children[0]) - 1, children[1], cell.end(children[1]) - 1));
        }
    }

    /**
     * @param randomness weight R of the random direction, which strays already
     */
    Habit fit(double randomness) {
        double heading = near.isEmpty() ? 1 : HEADING * NeuriteFit.median(far) / NeuriteFit.median(near);
        double wander = straightness.isEmpty() ? 0 : Straightness.wander(randomness, NeuriteFit.median(straightness));
        return new Habit(TreeFit.round(Math.clamp(heading, 0, 1), 3), TreeFit.round(wander, 4));
    }
}
