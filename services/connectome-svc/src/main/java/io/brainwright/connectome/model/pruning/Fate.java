package io.brainwright.connectome.model.pruning;

import io.brainwright.neuro.random.Draws;
import java.util.BitSet;

/**
 * What pruning did to one connection.
 *
 * @param kept the appositions that became synapses
 * @param survivors those that passed the first step
 * @param byReduction how many the first step removed
 * @param byCut how many the second step removed
 * @param byActivation how many the last step removed
 */
public record Fate(BitSet kept, BitSet survivors, int byReduction, int byCut, int byActivation) {
    /**
     * Prunes one connection. Every step has its own draws, so the fate of an apposition does not hang on the others.
     *
     * @param appositions how many there are
     * @param steps reduce and cut
     * @param activeFraction a
     * @param seed the scientist's seed
     * @param connection id of the connection
     */
    public static Fate decide(int appositions, ReduceAndCut steps, double activeFraction, long seed, long connection) {
        var reduce = Draws.of(seed, "connectome.reduce", connection);
        var kept = new BitSet(appositions);
        for (int i = 0; i < appositions; i++) {
            kept.set(i, reduce.nextDouble() < steps.keep());
        }
        int left = kept.cardinality();
        int gone = appositions - left;
        if (left > 0 && Draws.of(seed, "connectome.cut", connection).nextDouble() >= steps.survival(left)) {
            return new Fate(new BitSet(), kept, gone, left, 0);
        }
        if (left > 0 && Draws.of(seed, "connectome.activate", connection).nextDouble() >= activeFraction) {
            return new Fate(new BitSet(), kept, gone, 0, left);
        }
        return new Fate(kept, kept, gone, 0, 0);
    }
}
