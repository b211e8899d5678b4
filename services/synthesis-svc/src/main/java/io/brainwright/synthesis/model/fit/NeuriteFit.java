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
    private static final double LOOK_UM = 30; // chosen: long against a step, short against a section

    private final List<Integer> counts = new ArrayList<>();
    private final List<Tree> trees = new ArrayList<>();
    private final List<Double> straightness = new ArrayList<>();
    private final List<Double> tips_um = new ArrayList<>();
    private final List<Double> rall = new ArrayList<>();

    void add(Morphology cell, byte type, double limit_um, double total_um) {
        int n = 0;
        for (int s = 1; s < cell.sectionCount(); s++) {
            if (cell.type(s) == type) {
                measure(cell, s);
            }
            if (cell.type(s) == type
                    && cell.parent(s) == 0
                    && Barcode.ofPath(cell, s).tip_um(0) > 20) {
                trees.add(TreeFit.of(cell, s, limit_um, total_um));
                n++;
                double leaves = Barcode.ofPath(cell, s).size();
                double ratio = cell.diameter(cell.begin(s)) / Math.max(0.1, median(tips_um));
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
        return new Neurite(
                counts,
                TreeFit.round(Straightness.randomness(median(straightness)), 3),
                TreeFit.round(Math.max(0.2, median(tips_um)), 2),
                TreeFit.round(Math.clamp(median(rall), rallAtLeast, 4), 2),
                trees);
    }

    private static double median(List<Double> values) {
        if (values.isEmpty()) {
            return 1;
        }
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
