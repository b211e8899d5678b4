package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Utterance;
import java.util.Set;

/** What a time means: onset, duration, delay, recovery of a stimulus, or the length of the simulation. */
final class TimeRoles {
    private static final Set<String> AT = Set.of(
            "at", "@", "t", "=", "a", "bei", "um", "zum", "after", "nach", "apres", "onset", "despues", "tras", "ab",
            "en", "from", "when", "los");
    private static final Set<String> FOR = Set.of(
            "for", "pendant", "durant", "fur", "lang", "during", "lasting", "durante", "por", "over", "uber", "of",
            "de", "von", "wahrend", "dauer", "je", "each", "jeweils", "chacun", "cada", "lasts", "dure");
    private static final Set<String> FROM = Set.of("from", "between", "von", "zwischen", "de", "entre", "desde");
    private static final Set<String> LONG = Set.of(
            "long",
            "lang",
            "langen",
            "lange",
            "langer",
            "lasting",
            "pulse",
            "step",
            "steps",
            "pulses",
            "puls",
            "stufe",
            "stimulus",
            "injection",
            "current",
            "clamp",
            "strompuls",
            "stromstufe",
            "echelon",
            "creneau",
            "impulsion",
            "escalon",
            "pulso",
            "ramp",
            "rampe",
            "rampa",
            "noise",
            "train");

    private TimeRoles() {}

    /** "stimulus.time_ms", "stimulus.duration_ms", "stimulus.delay_ms", "stimulus.delay_after_ms", "stimulus.recovery_ms", "stimulus.window" or "duration_ms". */
    static String of(Reading r, Amount a, int anchor, String kind) {
        var u = r.u();
        int i = a.from();
        var before = skip(u, i - 1, -1);
        var after = u.word(a.to());
        boolean stimulates = u.sameClause(i, anchor) || !u.has("verb.run", "verb.show", "verb.build", "verb.record");
        if (u.between(i - 6, a.to() + 3, "word.recovery") && u.inClause(i, "word.recovery")) {
            return "stimulus.recovery_ms";
        }
        if (u.between(a.to(), a.to() + 1, "word.timestep")
                || (u.between(i - 2, i, "word.timestep")
                        && !u.word(i - 1).matches("for|fur|pendant|durante|during|wahrend|and|und|et|y|,"))) {
            return "dt_ms";
        }
        if (a.values().size() == 2
                && a.form() == Amount.Form.RANGE
                && stimulates
                && (FROM.contains(before) || true)
                && !u.between(i - 3, i, "verb.show")) {
            return "stimulus.window";
        }
        if (u.between(a.to(), a.to() + 4, "word.after_start")) {
            return "stimulus.delay_ms";
        }
        if (u.between(i - 4, i, "word.delay") && !FOR.contains(before)) {
            return "stimulus.delay_ms";
        }
        if (u.after(a.to(), 0, "word.later")
                && !u.after(a.to(), 1, "word.onset")
                && stimulates
                && kind.equals("current_pulses")) {
            return "stimulus.delay_after_ms";
        }
        if (AT.contains(before) && !u.between(i - 3, i, "verb.run") && !FOR.contains(u.word(i - 1))) {
            return isLength(u, a) ? "duration_ms" : "stimulus.time_ms";
        }
        if (stimulates && (FOR.contains(before) || LONG.contains(after) || u.between(i - 3, i, "word.duration"))) {
            return wholeRun(u, a, anchor) ? "duration_ms" : "stimulus.duration_ms";
        }
        if (LONG.contains(after)
                && (u.between(
                        a.to(),
                        a.to() + 3,
                        "stim.current_step",
                        "stim.current_pulses",
                        "stim.any",
                        "stim.current_ramp",
                        "stim.current_noise"))) {
            return "stimulus.duration_ms";
        }
        if (u.between(
                        a.to(),
                        a.to() + 3,
                        "stim.current_step",
                        "stim.current_pulses",
                        "stim.current_ramp",
                        "stim.current_noise")
                && u.sameClause(i, anchor)) {
            return "stimulus.duration_ms";
        }
        return "duration_ms";
    }

    private static boolean isLength(Utterance u, Amount a) {
        return u.word(a.to()).equals("long") || u.word(a.to()).equals("lang");
    }

    /** "show me the activity for 200 ms", "run for 2 s": the simulation's length, not the stimulus'. */
    private static boolean wholeRun(Utterance u, Amount a, int anchor) {
        int show = u.distance(a.from(), a.to(), "verb.show", "verb.run", "verb.record", "metric.activity");
        int stim = Math.abs(anchor - a.from());
        return show < stim
                && u.between(0, a.from(), "verb.show", "verb.run", "verb.record")
                && !u.sameClause(anchor, a.from());
    }

    private static String skip(Utterance u, int i, int step) {
        int at = i;
        while (at >= 0
                && Set.of(
                                "about",
                                "around",
                                "etwa",
                                "ungefahr",
                                "environ",
                                "t",
                                "=",
                                "the",
                                "first",
                                "unos",
                                "a",
                                "los",
                                "les")
                        .contains(u.word(at))
                && u.word(at + step).length() > 0
                && !Set.of("a").contains(u.word(at))) {
            at += step;
        }
        return u.word(at);
    }
}
