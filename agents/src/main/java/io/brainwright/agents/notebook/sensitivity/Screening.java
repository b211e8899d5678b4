package io.brainwright.agents.notebook.sensitivity;

import io.brainwright.agents.notebook.Findings;
import io.brainwright.agents.notebook.sensitivity.Sensitivity.Effect;
import io.brainwright.agents.plan.Plan;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs the variations of a plan one after the other and sets each change of the finding against the noise of seeds. */
public final class Screening {
    private Screening() {}

    private record Ran(Trial trial, @Nullable KeyNumber number, String trouble) {}

    /**
     * @param base findings of the entry
     * @param plan of the entry
     * @param trials the variations
     * @param run runs a plan and tells what it found; a variation that it refuses is reported, and the others go on
     * @throws Problem CANCELLED where the scientist stopped it
     */
    public static Sensitivity of(Findings base, Plan plan, Trials trials, Function<Trial, Findings> run) {
        var number = KeyNumber.of(base, plan);
        var ran = new ArrayList<Ran>();
        for (var trial : trials.trials()) {
            ran.add(run(trial, number, run));
        }
        var noise = noise(number, ran);
        var seeds = seedValues(number, ran).size();
        var effects = ran.stream()
                .map(r -> effect(r, number, noise))
                .sorted(Comparator.comparing(Effect::seed).thenComparing(Screening::size, Comparator.reverseOrder()))
                .toList();
        return new Sensitivity(
                number.name(),
                number.unit(),
                number.value(),
                number.outcome(),
                noise,
                seeds,
                effects,
                trials.leftOut());
    }

    private static Ran run(Trial trial, KeyNumber number, Function<Trial, Findings> run) {
        try {
            return new Ran(trial, number.in(run.apply(trial)), "");
        } catch (Problem refused) {
            if (refused.kind() == Kind.CANCELLED) {
                throw refused;
            }
            return new Ran(trial, null, refused.sentence());
        }
    }

    private static double size(Effect effect) {
        var change = effect.change();
        return change == null ? -1 : Math.abs(change);
    }

    private static List<Double> seedValues(KeyNumber number, List<Ran> ran) {
        var values = new ArrayList<Double>();
        if (number.value() != null) {
            values.add(number.value());
        }
        for (var r : ran) {
            if (r.trial().seed() && r.number() != null && r.number().value() != null) {
                values.add(r.number().value());
            }
        }
        return values;
    }

    /** Standard deviation of the watched number over the seeds; null below three seeds, which tell no spread to speak of. */
    private static @Nullable Double noise(KeyNumber number, List<Ran> ran) {
        int fewest = 3;
        var values = seedValues(number, ran);
        if (values.size() < fewest) {
            return null;
        }
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.size() - 1));
    }

    private static Effect effect(Ran r, KeyNumber base, @Nullable Double noise) {
        var trial = r.trial();
        var value = r.number() == null ? null : r.number().value();
        var change = value == null || base.value() == null ? null : Double.valueOf(value - base.value());
        return new Effect(
                trial.path(),
                trial.unit(),
                trial.from().toString(),
                trial.to().toString(),
                trial.why(),
                value,
                change,
                change == null || noise == null || noise == 0 ? null : Double.valueOf(change / noise),
                r.number() == null ? "FAILED" : r.number().outcome(),
                r.trouble());
    }
}
