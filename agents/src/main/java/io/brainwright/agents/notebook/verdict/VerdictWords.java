package io.brainwright.agents.notebook.verdict;

import io.brainwright.agents.notebook.verdict.Verdict.Effect;
import io.brainwright.agents.notebook.verdict.Verdict.Outcome;
import io.brainwright.agents.plan.Criterion;
import java.util.ArrayList;
import java.util.List;

/** Says a verdict in words, with every number and with what weakens it. */
final class VerdictWords {
    private VerdictWords() {}

    static String compared(Criterion criterion, Outcome outcome, List<Outcome> outcomes, List<Effect> effects) {
        var text = new StringBuilder(opening(outcome));
        for (var effect : effects) {
            text.append(' ').append(sentence(criterion, effect));
        }
        if (effects.size() > 1) {
            long held = outcomes.stream().filter(Outcome.SUPPORTED::equals).count();
            text.append(" The prediction held in %d of %d settings.".formatted(held, effects.size()));
        }
        return text.append(caveat(effects.stream()
                        .flatMap(e -> List.of(e.left(), e.right()).stream())
                        .toList()))
                .toString();
    }

    static String trend(
            Criterion criterion,
            Outcome outcome,
            String path,
            List<String> ats,
            List<Sample> samples,
            int along,
            int against) {
        var values = new ArrayList<String>();
        for (int i = 0; i < ats.size(); i++) {
            values.add("%s at %s".formatted(samples.get(i).words(criterion.unit()), ats.get(i)));
        }
        return "%s Along %s the %s was %s; %d pairs of values go the way predicted, %d the other way.%s"
                .formatted(
                        opening(outcome),
                        path,
                        criterion.metric().replace('_', ' '),
                        String.join(", ", values),
                        along,
                        against,
                        caveat(samples));
    }

    private static String opening(Outcome outcome) {
        return switch (outcome) {
            case SUPPORTED -> "Supported.";
            case REFUTED -> "Refuted.";
            case UNDECIDED -> "Undecided.";
        };
    }

    private static String sentence(Criterion criterion, Effect e) {
        var unit = criterion.unit();
        var text = new StringBuilder("%s%s of %s was %s, against %s%s: a difference of %s%s"
                .formatted(
                        e.setting().isEmpty() ? "The " : "At " + e.setting() + " the ",
                        criterion.metric().replace('_', ' '),
                        e.left().name(),
                        e.left().words(unit),
                        e.right().words(unit),
                        e.right().n() == 0 ? "" : " in " + variant(e.right().name()),
                        Numbers.text(e.difference()),
                        Numbers.unit(unit)));
        if (e.ratio() != null && e.ratio() > 0) {
            text.append(", a ratio of ").append(Numbers.text(e.ratio()));
        }
        if (e.low_95() != null && e.high_95() != null) {
            text.append(" (95 %% interval %s to %s".formatted(Numbers.text(e.low_95()), Numbers.text(e.high_95())));
            text.append(e.cohens_d() == null ? ")" : ", Cohen's d %s)".formatted(Numbers.text(e.cohens_d())));
        }
        return text.append('.').toString();
    }

    private static String variant(String name) {
        return name.substring(name.lastIndexOf(", ") + 2);
    }

    private static String caveat(List<Sample> samples) {
        var measured = samples.stream().filter(s -> s.n() > 0).toList();
        if (measured.stream().anyMatch(s -> s.sd() == null)) {
            return " One run, one seed: no spread, so the sign alone decides; repeat with other seeds to know more.";
        }
        if (measured.stream().anyMatch(s -> !s.over().equals(Sample.SEEDS))) {
            return " The spread is over %s of one network, which share their input: it says nothing of other networks; repeat with other seeds to know more."
                    .formatted(measured.getFirst().over());
        }
        return "";
    }
}
