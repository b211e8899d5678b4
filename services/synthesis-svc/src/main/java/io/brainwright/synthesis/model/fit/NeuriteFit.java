package io.brainwright.synthesis.model.fit;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.topology.Barcode;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Neurite;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects one type of neurite over the reconstructions of an m-type. */
final class NeuriteFit {
    private static final int SEGMENTS = 6; // chosen: angles of the product's own parameters
    private static final double LOOK_UM = 30; // chosen: long against a step, short against a section

    private static final double TAPER =
            1.15; // a grown terminal section is so much thicker in its middle than at its tip

    private final List<Integer> counts = new ArrayList<>();
    private final List<Tree> trees = new ArrayList<>();
    private final List<Double> straightness = new ArrayList<>();
    private final HabitFit habit = new HabitFit();
    private final DiameterFit diameters = new DiameterFit();
    private final boolean withHabit;
    private final List<Double> tips_um = new ArrayList<>();
    private final List<Double> rall = new ArrayList<>();

    NeuriteFit() {
        this(false);
    }

    NeuriteFit(boolean withHabit) {
        this.withHabit = withHabit;
    }

    void add(Morphology cell, byte type, double limit_um, double total_um) {
        int n = 0;
        for (int s = 1; s < cell.sectionCount(); s++) {
            if (cell.type(s) == type) {
                measure(cell, s);
            }
            if (cell.type(s) == type
                    && cell.parent(s) == 0
                    && Barcode.ofPath(cell, s).tip_um(0) > 20) {
                trees.add(TreeFit.of(cell, s, limit_um, total_um, withHabit ? HabitFit.SEGMENTS : SEGMENTS));
                n++;
                var code = Barcode.ofPath(cell, s);
                double leaves = code.size();
                double ratio = cell.diameter(cell.begin(s)) / Math.max(0.1, median(tips_um));
                if (withHabit) {
                    diameters.tree(cell, s, leaves);
                    habit.bars(cell, code);
                }
                if (leaves > 1 && ratio > 1.1) {
                    rall.add(StrictMath.log(leaves) / StrictMath.log(ratio));
                }
            }
        }
        if (n > 0) {
            counts.add(n);
        }
    }

    private void measure(Morphology cell, int s) {
        int end = cell.end(s) - 1;
        if (cell.children(s).length == 0) {
            tips_um.add((double) cell.diameter(end));
        }
        if (withHabit) {
            habit.fork(cell, s);
            diameters.section(cell, s);
        }
        double path = 0;
        for (int p = cell.begin(s); p < end && path < LOOK_UM; p++) {
            path += cell.segmentLength_um(p);
            if (path >= LOOK_UM) {
                straightness.add(TreeFit.distance(cell, cell.begin(s), p + 1) / path);
            }
        }
    }

    /**
     * @param rallAtLeast lower bound of the exponent at forks
     */
    Neurite fit(double rallAtLeast) {
        if (trees.isEmpty()) {
            return new Neurite(List.of(), 0.2, 1, 1.5, List.of());
        }
        double randomness = Straightness.randomness(median(straightness), 0);
        if (withHabit) {
            var course = habit.fit(randomness);
            double terminal_um = Math.max(0.2, diameters.terminal_um());
            return new Neurite(
                    counts,
                    TreeFit.round(Straightness.randomness(median(straightness), course.wander()), 3),
                    TreeFit.round(terminal_um, 2),
                    TreeFit.round(Math.clamp(diameters.rall(terminal_um), rallAtLeast, 4), 2),
                    trees,
                    course);
        }
        return new Neurite(
                counts,
                TreeFit.round(randomness, 3),
                TreeFit.round(Math.max(0.2, median(tips_um)), 2),
                TreeFit.round(Math.clamp(median(rall), rallAtLeast, 4), 2),
                trees);
    }

    static double median(List<Double> values) {
        if (values.isEmpty()) {
            return 1;
        }
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
