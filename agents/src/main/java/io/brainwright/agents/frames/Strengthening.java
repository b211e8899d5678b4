package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;

/** "make all excitatory connections 8 times stronger": what is meant by a factor beside such words. */
public final class Strengthening {
    /** chosen: words within which a factor and what it scales stand together. */
    private static final int BESIDE = 6;

    private Strengthening() {}

    /** Whether connections, and neither cells nor a stimulus, are what is to be stronger or weaker. */
    public static boolean ofConnections(Utterance u) {
        return u.has("word.strengthen")
                && u.has("thing.synapse", "word.connection")
                && !u.has("verb.stimulate", "word.stimulus_any", "stim.any");
    }

    /** Whether an amount is the factor of a strengthening: "8 times stronger" is no number of runs. */
    public static boolean isFactor(Utterance u, Amount a) {
        return u.between(a.from() - 2, a.to() + 2, "word.strengthen");
    }

    /** Whether a factor of connections is said in one breath, whatever else is asked for beside it. */
    static boolean saysFactorOfConnections(Utterance u) {
        return u.all("word.strengthen").stream().anyMatch(m -> {
            int from = m.from() - BESIDE;
            int to = m.to() + BESIDE;
            boolean factor = u.between(from, to, "edit.twice", "edit.half", "edit.triple")
                    || u.amounts().stream().anyMatch(a -> a.is(Dimension.FOLD) && a.from() >= from && a.to() <= to);
            boolean sameClause = u.inClause(m.from(), "thing.synapse", "word.connection")
                    && !u.inClause(m.from(), "verb.stimulate", "stim.any");
            return factor && (sameClause || u.between(from, to, "thing.synapse", "word.connection"));
        });
    }
}
