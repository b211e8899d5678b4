package io.brainwright.connectome.model.specificity;

import io.brainwright.connectome.model.tissue.CellSelector;
import java.util.Map;

/**
 * Axons that share a way of choosing.
 *
 * @param name as requests name it
 * @param pre their cells
 * @param wanted share of all their synapses by landing; what is not named shares the rest as it falls
 * @param observed shares seen by electron microscopy, beside which those of a circuit are told
 * @param oneSynapse whether they make one synapse per connection at most
 */
public record TargetingClass(
        String name,
        CellSelector pre,
        Map<Landing, Double> wanted,
        Map<Landing, Observed> observed,
        boolean oneSynapse) {
    public TargetingClass {
        wanted = Map.copyOf(wanted);
        observed = Map.copyOf(observed);
    }

    /** The least and the largest share of a landing among cells that were looked at. */
    public record Observed(double low, double high) {
        /** Of a landing that nothing is known of. */
        public static final Observed NOTHING = new Observed(Double.NaN, Double.NaN);
    }

    /** Whether anything is chosen: else overlap and pruning alone say where synapses lie. */
    public boolean chooses() {
        return oneSynapse || !wanted.isEmpty();
    }

    /**
     * Weights that bring appositions to the wanted shares, the largest 1.
     *
     * <pre>{@code
     *   w(landing) = (wanted share / share of the appositions) / largest such ratio
     * }</pre>
     *
     * The landings without a wanted share are one group, whose share is what is left.
     *
     * @param appositions by landing
     */
    public double[] weights(double[] appositions) {
        double[] ratio = ratios(appositions);
        double largest = 0;
        for (double r : ratio) {
            largest = Math.max(largest, r);
        }
        for (int l = 0; l < ratio.length; l++) {
            ratio[l] = largest == 0 ? 1 : ratio[l] / largest;
        }
        return ratio;
    }

    /** Wanted over found, by landing; 0 where nothing was found. */
    double[] ratios(double[] found) {
        double all = 0;
        double restFound = 0;
        double restWanted = 1;
        for (var landing : Landing.values()) {
            all += found[landing.ordinal()];
            var share = wanted.get(landing);
            restFound += share == null ? found[landing.ordinal()] : 0;
            restWanted -= share == null ? 0 : share;
        }
        double[] ratio = new double[Landing.count()];
        for (var landing : Landing.values()) {
            var share = wanted.get(landing);
            double is = share == null ? restFound : found[landing.ordinal()];
            double should = share == null ? restWanted : share;
            ratio[landing.ordinal()] = is == 0 ? 0 : should * all / is;
        }
        return ratio;
    }
}
