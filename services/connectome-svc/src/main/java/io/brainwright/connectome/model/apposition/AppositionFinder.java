package io.brainwright.connectome.model.apposition;

import io.brainwright.connectome.model.tissue.Segments;
import io.brainwright.neuro.random.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Finds the appositions of one axon after another with a fixed set of target cells. One thread at a time. */
public final class AppositionFinder {
    private final Segments targets;
    private final BoutonSpacing spacing;
    private final Touches touches;
    private final SegmentTree tree;

    /**
     * @param targets somata and dendrites of the target cells
     * @param spacing how boutons lie along an overlap
     */
    public AppositionFinder(Segments targets, BoutonSpacing spacing) {
        this.targets = targets;
        this.spacing = spacing;
        this.tree = new SegmentTree(targets);
        this.touches = new Touches(targets, tree);
    }

    /** Told of all appositions of the axon with one target cell, in order along the axon. */
    public interface Pair {
        void found(int target, List<Contact> contacts);
    }

    /**
     * Finds the appositions of one axon.
     *
     * @param axon segments of one cell's axon
     * @param own index of that cell among the targets, -1 where it is not one of them: a cell never contacts itself
     * @param reach widest gap by target cell
     * @param widest_um the largest that {@code reach} ever answers
     * @param draws stream of the connection with a target cell
     * @param pair told of every target cell that is touched, in order of its index
     */
    public void find(Segments axon, int own, Reach reach, double widest_um, IntFunction<Draws> draws, Pair pair) {
        if (axon.size() == 0 || !tree.meets(bounds(axon, widest_um))) {
            return;
        }
        var byTarget = new TreeMap<Integer, List<Overlap>>();
        for (var overlap : touches.of(axon, own, reach, widest_um)) {
            byTarget.computeIfAbsent(overlap.target(), _ -> new ArrayList<>()).add(overlap);
        }
        var boutons = new Boutons(axon, targets, spacing);
        byTarget.forEach((target, overlaps) -> pair.found(target, boutons.place(overlaps, draws.apply(target))));
    }

    private static float[] bounds(Segments axon, double widest_um) {
        float[] box = new float[6];
        for (int k = 0; k < 3; k++) {
            box[k] = Float.POSITIVE_INFINITY;
            box[k + 3] = Float.NEGATIVE_INFINITY;
        }
        for (int i = 0; i < axon.size(); i++) {
            float margin = (float) (axon.radius_um()[i] + widest_um) + 0.01f;
            for (int k = 0; k < 6; k++) {
                float at = axon.ends()[i * 6 + k];
                box[k % 3] = Math.min(box[k % 3], at - margin);
                box[3 + k % 3] = Math.max(box[3 + k % 3], at + margin);
            }
        }
        return box;
    }
}
