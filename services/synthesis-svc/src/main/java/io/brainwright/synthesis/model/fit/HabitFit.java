package io.brainwright.synthesis.model.fit;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.topology.Barcode;
import io.brainwright.synthesis.model.parameters.Habit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Measures how the branches of reconstructions hold their course over longer ways than {@link Straightness} looks at. */
final class HabitFit {
    private static final double LOOK_UM = 100; // chosen: as long as a section and a half
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

    /** Takes the ways of a tree's bars, across their forks. */
    void bars(Morphology cell, Barcode code) {
        for (int b = 0; b < code.size(); b++) {
            var way = new ArrayDeque<Integer>();
            for (int s = code.leafSection(b); ; s = cell.parent(s)) {
                way.push(s);
                if (s == code.firstSection(b)) {
                    break;
                }
            }
            pieces(cell, way);
        }
    }

    private void pieces(Morphology cell, Iterable<Integer> way) {
        double path = 0;
        int from = -1;
        for (int s : way) {
            for (int p = cell.begin(s); p < cell.end(s) - 1; p++) {
                from = from < 0 ? p : from;
                path += cell.segmentLength_um(p);
                if (path >= LOOK_UM) {
                    straightness.add(TreeFit.distance(cell, from, p + 1) / path);
                    from = p + 1;
                    path = 0;
                }
            }
        }
    }

    /** Takes the fork at the end of a section. */
    void fork(Morphology cell, int s) {
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
