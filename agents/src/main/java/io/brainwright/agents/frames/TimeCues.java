package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Utterance;

/**
 * How much the words around a time speak for each {@link TimeRole}.
 *
 * <p>A word that says it outright ("after the start", "recovery") weighs most, a preposition less, the clause that the time stands in
 * least. The weights are chosen: only their order matters.
 */
final class TimeCues {
    private static final int OUTRIGHT = 30;
    private static final int PREPOSITION = 12;
    private static final int NEIGHBOUR = 9;
    private static final int CLAUSE = 4;
    private static final int NEVER = -100;
    private static final String[] STIMULI = {
        "stim.current_step",
        "stim.current_pulses",
        "stim.current_ramp",
        "stim.current_noise",
        "stim.any",
        "stim.poisson_spikes",
        "stim.spike_train"
    };
    private static final java.util.Set<String> EVENTS =
            java.util.Set.of("volley", "synchronous_spikes", "synaptic_event");
    private static final String[] RUNS = {"verb.run", "verb.show", "verb.record", "metric.activity", "verb.hear"};

    private final Utterance u;
    private final int anchor;
    private final String kind;

    TimeCues(Utterance utterance, int anchor, String kind) {
        this.u = utterance;
        this.anchor = anchor;
        this.kind = kind;
    }

    int of(Amount a, TimeRole role) {
        return switch (role) {
            case RECOVERY ->
                u.between(a.from() - 6, a.to() + 3, "word.recovery") && u.inClause(a.from(), "word.recovery")
                        ? OUTRIGHT
                        : NEVER;
            case STEP -> isStep(u, a) ? OUTRIGHT : NEVER;
            case WINDOW ->
                a.form() == Amount.Form.RANGE
                                && a.values().size() == 2
                                && ofStimulus(a)
                                && !u.between(a.from() - 3, a.from(), "verb.show")
                        ? OUTRIGHT
                        : NEVER;
            case LATER ->
                kind.equals("current_pulses") && u.after(a.to(), 0, "word.later") && !u.after(a.to(), 1, "word.onset")
                        ? OUTRIGHT
                        : NEVER;
            case DELAY -> delay(a);
            case ONSET -> onset(a);
            case LENGTH -> length(a);
            case RUN -> run(a);
            case OTHER -> -1;
        };
    }

    /** Whether a time is the integration's step. */
    static boolean isStep(Utterance u, Amount a) {
        int i = a.from();
        return u.between(a.to(), a.to() + 1, "word.timestep")
                || u.between(i - 2, i, "word.timestep")
                        && !u.word(i - 1).matches("for|fur|pendant|durante|during|wahrend|and|und|et|y|,");
    }

    /** Whether a time is when something begins: "at 100 ms", "t = 100 ms", "from 100 ms on". */
    static boolean begins(Utterance u, Amount a) {
        return new TimeCues(u, 0, "").before(a, "time.at");
    }

    private int delay(Amount a) {
        boolean said = u.between(a.to(), a.to() + 4, "word.after_start")
                || u.between(a.from() - 4, a.from(), "word.delay") && !before(a, "time.for");
        return said ? OUTRIGHT : NEVER;
    }

    private int onset(Amount a) {
        if (u.between(a.from() - 3, a.from(), "verb.run") || isLong(a)) {
            return NEVER;
        }
        boolean begins = u.between(a.from() - 2, a.from(), "time.begins") && u.sameClause(a.from(), a.from() - 1);
        return (before(a, "time.at") && !u.between(a.from() - 1, a.from(), "word.duration") || begins
                        ? PREPOSITION
                        : NEVER)
                + (begins ? NEIGHBOUR : 0)
                - (before(a, "time.for") ? 1 : 0)
                + (ofStimulus(a) ? CLAUSE : 0);
    }

    private int length(Amount a) {
        if (EVENTS.contains(kind) && !u.after(a.to(), 0, "time.long")) {
            return NEVER; // a volley happens; it does not last
        }
        int score = (before(a, "time.for") || isLong(a) ? PREPOSITION : 0)
                + (isDescribed(a) ? NEIGHBOUR : 0)
                + (u.sameClause(a.from(), anchor) && !beginsItem(a) ? CLAUSE : 0)
                - (isTotal(a) ? OUTRIGHT : 0)
                - (isWholeRun(a) ? PREPOSITION : 0);
        return ofStimulus(a) || isDescribed(a) ? score : Math.min(score, 0) - 1;
    }

    private int run(Amount a) {
        boolean beside = u.between(a.from() - 3, a.from(), "verb.run")
                || u.after(a.to(), 2, "metric.activity") && !u.between(a.to(), a.to() + 3, "verb.stimulate");
        return 1
                + (isTotal(a) ? OUTRIGHT : 0)
                + (beside || before(a, "time.until") ? PREPOSITION + NEIGHBOUR : 0)
                + (before(a, "time.for") || isLong(a) ? CLAUSE : 0)
                + (u.inClause(a.from(), RUNS) && !u.sameClause(a.from(), anchor) ? CLAUSE : 0)
                + (isWholeRun(a) ? CLAUSE : 0)
                - (isDescribed(a) ? CLAUSE : 0);
    }

    /** "show me the activity for 200 ms", "run for 2 s": nearer to what shows or runs than to the stimulus. */
    private boolean isWholeRun(Amount a) {
        return u.distance(a.from(), a.to(), RUNS) < Math.abs(anchor - a.from())
                && u.between(0, a.from(), RUNS)
                && !u.sameClause(anchor, a.from());
    }

    /** "..., 200 ms": an item of its own in a list, unless the current stands right before it. */
    private boolean beginsItem(Amount a) {
        boolean comma = u.word(a.from() - 1).matches("[,;:]");
        return comma
                && u.amounts().stream()
                        .noneMatch(b -> b.to() == a.from() - 1 && b.is(io.brainwright.neuro.units.Dimension.CURRENT));
    }

    private boolean ofStimulus(Amount a) {
        return u.sameClause(a.from(), anchor) || !u.has("verb.run", "verb.show", "verb.build", "verb.record");
    }

    private boolean isTotal(Amount a) {
        return u.between(a.from() - 3, a.from(), "time.total") || u.after(a.to(), 1, "time.total");
    }

    private boolean isLong(Amount a) {
        return u.after(a.to(), 0, "time.long");
    }

    /** "a 5 ms kick", "a 500 ms, 0.6 nA step": it stands before the noun of a stimulus, with nothing but quantities between. */
    private boolean isDescribed(Amount a) {
        int i = a.to();
        while (i < u.size() && i < a.to() + 5) {
            int here = i;
            var next = u.amounts().stream().filter(b -> b.from() == here).findFirst();
            if (u.mentions().stream()
                    .anyMatch(m -> m.from() == here && m.family().equals("stim"))) {
                return true;
            }
            if (next.isPresent()) {
                i = next.get().to();
            } else if (u.word(i).matches("[,]|long|lang\\w*|of|de|du|d|depolari\\w+|hyperpolari\\w+|square|somatic")) {
                i++;
            } else {
                return false;
            }
        }
        return false;
    }

    private boolean before(Amount a, String cue) {
        int i = a.from();
        while (i > 0 && u.between(i - 1, i, "time.about") && !u.between(i - 1, i, cue)) {
            i--;
        }
        int end = i;
        return u.all(cue).stream()
                .anyMatch(m ->
                        m.to() == end || m.to() == end - 1 && u.word(end - 1).matches("[=~<>:]"));
    }
}
