package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.neuro.units.Dimension;

/** "seed 7". */
final class SeedWords {
    private SeedWords() {}

    /** Takes a seed that words give to this action, or that stands alone. */
    static void take(Reading r, Want want, String action) {
        var u = r.u();
        r.take(Dimension.NUMBER, a -> isSeed(r, a)).ifPresent(a -> Reading.put(want, "seed", a));
        assert want.action().equals(action) || u.size() >= 0;
    }

    static boolean isSeed(Reading r, Amount a) {
        var u = r.u();
        return u.between(a.from() - 3, a.from(), "word.seed") && !u.between(a.to(), a.to() + 2, "word.repeats");
    }
}
