package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;

/** Shares as percent. */
final class Percent {
    private static final double HUNDRED = 100;
    private static final double EXACT = 1e9;

    private Percent() {}

    /** 0.85 as 85, without a hair beside it. */
    static double of(Amount share) {
        return Math.rint(share.value() * HUNDRED * EXACT) / EXACT;
    }

    /** What is left of the whole. */
    static double rest(double share) {
        return Math.rint((1 - share) * EXACT) / EXACT;
    }
}
