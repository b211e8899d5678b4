package io.brainwright.synthesis.model.parameters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one m-type grows from.
 *
 * @param mtype the m-type that was fitted
 * @param soma_radius_um mean radius of the soma
 * @param axon its axon; may have no trees
 * @param basal its basal dendrites
 * @param apical its apical dendrite; no trees for interneurons
 * @param sources the reconstructions, each with repository and licence
 * @param attribution what the licences ask to be said
 */
public record GrowthParameters(
        String mtype,
        double soma_radius_um,
        Neurite axon,
        Neurite basal,
        Neurite apical,
        List<String> sources,
        String attribution) {
    public GrowthParameters {
        sources = List.copyOf(sources);
    }

    /**
     * One type of neurite.
     *
     * @param trees_per_cell number of trees of each reconstruction
     * @param randomness weight R of the random direction in a step
     * @param terminal_um diameter at tips
     * @param rall exponent a in d_parent^a = Σ d_child^a
     * @param trees one per tree of the reconstructions
     * @param habit how its branches hold their course; null where nobody measured it
     */
    public record Neurite(
            List<Integer> trees_per_cell,
            double randomness,
            double terminal_um,
            double rall,
            List<Tree> trees,
            @Nullable Habit habit) {
        public Neurite {
            trees_per_cell = List.copyOf(trees_per_cell);
            trees = List.copyOf(trees);
        }

        /** A neurite whose habit nobody measured. */
        public Neurite(
                List<Integer> trees_per_cell, double randomness, double terminal_um, double rall, List<Tree> trees) {
            this(trees_per_cell, randomness, terminal_um, rall, trees, null);
        }
    }

    /**
     * One tree.
     *
     * @param trunk_deg angle between its first 10 um and the pia-ward axis
     * @param top_um largest height above the soma
     * @param bars {tip um, fork um, elder's turn deg, younger's turn deg, aim deg, and where known the angle between the two in deg} by fork; bar 0 is the trunk. The aim is the
     *     angle between the bar's chord and the pia-ward axis, NaN for the direction in which it sets out
     */
    public record Tree(double trunk_deg, double top_um, List<List<Float>> bars) {
        public Tree {
            bars = List.copyOf(bars);
        }
    }
}
