package io.brainwright.connectome.model.pruning;

import java.util.Locale;

/**
 * The pruning of one pathway, with what it rests on.
 *
 * @param pathway between which m-types
 * @param pooledOver whose pairs gave the statistics: "m-types", or the wider group that had enough of them
 * @param counts those pairs
 * @param rule what is known or assumed of its synapses
 * @param steps reduce and cut
 * @param expected what they leave
 * @param activeFraction a, chance to pass the last step
 */
public record PathwayPruning(
        Pathway pathway,
        String pooledOver,
        PairCounts counts,
        PruningRule rule,
        ReduceAndCut steps,
        Outcome expected,
        double activeFraction) {
    private static final double SHORTFALL = 0.99;

    /** Whether as many appositions can become synapses as the rule asks for. */
    public boolean reachable() {
        return expected.keptShare() >= SHORTFALL * rule.reduction();
    }

    /** What is wanted and what can be reached, for people. */
    public String shortfall() {
        return String.format(
                Locale.ROOT,
                "%s to %s, %.3g of the appositions of %.3g wanted (n = %.2f, m = %.2f)",
                pathway.pre().mtype(),
                pathway.post().mtype(),
                expected.keptShare(),
                rule.reduction(),
                counts.mean(),
                expected.mean());
    }
}
