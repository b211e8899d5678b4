package io.brainwright.connectome.model.pruning;

import java.util.Arrays;

/** How many connected pairs of a pathway have one, two, three, ... appositions. */
public final class PairCounts {
    private long[] pairs = new long[16];
    private long pairTotal;
    private long appositionTotal;

    /** Adds pairs that have a number of appositions each. */
    public void add(int appositions, long howManyPairs) {
        assert appositions > 0 : "appositions=" + appositions;
        if (appositions >= pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.max(appositions + 1, 2 * pairs.length));
        }
        pairs[appositions] += howManyPairs;
        pairTotal += howManyPairs;
        appositionTotal += howManyPairs * appositions;
    }

    public void add(PairCounts other) {
        for (int k = 1; k <= other.largest(); k++) {
            if (other.pairs(k) > 0) {
                add(k, other.pairs(k));
            }
        }
    }

    /** Pairs with exactly k appositions. */
    public long pairs(int k) {
        return pairs[k];
    }

    /** Upper bound of the appositions of a pair. */
    public int largest() {
        return pairs.length - 1;
    }

    public long pairTotal() {
        return pairTotal;
    }

    public long appositionTotal() {
        return appositionTotal;
    }

    /** n: mean appositions per connected pair. */
    public double mean() {
        return (double) appositionTotal / pairTotal;
    }
}
