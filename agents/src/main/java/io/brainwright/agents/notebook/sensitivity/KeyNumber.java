package io.brainwright.agents.notebook.sensitivity;

import io.brainwright.agents.notebook.Findings;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.run.Measure;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one number of a finding whose change is watched: the difference that decides the hypothesis; where nothing decides, the
 * first number that was measured.
 *
 * @param name what it is, in words
 * @param unit SI spelling
 * @param value the number; null where this run could not measure it
 * @param outcome verdict of the run
 */
record KeyNumber(String name, String unit, @Nullable Double value, String outcome) {
    /**
     * @throws Problem PRECONDITION where the finding has no number at all
     */
    static KeyNumber of(Findings findings, Plan plan) {
        var verdict = findings.verdict();
        var outcome = verdict == null ? "NONE" : verdict.outcome().name();
        if (verdict != null && !verdict.effects().isEmpty()) {
            var effect = verdict.effects().getFirst();
            var criterion = Objects.requireNonNull(plan.hypothesis().criterion());
            var name = "%s, %s minus %s"
                    .formatted(
                            criterion.metric().replace('_', ' '),
                            effect.left().name(),
                            effect.right().name());
            return new KeyNumber(name, criterion.unit(), effect.difference(), outcome);
        }
        return findings.measures().stream()
                .filter(m -> m.value() != null)
                .findFirst()
                .map(m -> new KeyNumber(name(m), m.unit(), m.value(), outcome))
                .orElseThrow(() -> new Problem(
                        Kind.PRECONDITION,
                        "FINDING_WITHOUT_NUMBER",
                        "The finding of this entry has no number that a variation could change.",
                        "Ask for a measurement, e.g. the mean rate by layer, and run that plan first.",
                        Map.of("plan", findings.plan())));
    }

    /** The same number in the findings of a variation. */
    KeyNumber in(Findings other) {
        var verdict = other.verdict();
        var outcome = verdict == null ? "NONE" : verdict.outcome().name();
        if (verdict != null && !verdict.effects().isEmpty() && name.contains(" minus ")) {
            return new KeyNumber(name, unit, verdict.effects().getFirst().difference(), outcome);
        }
        var same = other.measures().stream().filter(m -> name(m).equals(name)).findFirst();
        return new KeyNumber(name, unit, same.map(Measure::value).orElse(null), outcome);
    }

    private static String name(Measure m) {
        return "%s of %s, %s".formatted(m.metric().replace('_', ' '), m.group(), m.variant());
    }
}
