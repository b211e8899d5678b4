package io.brainwright.agents.planner;

import io.brainwright.agents.frames.Sweeps;
import io.brainwright.agents.frames.Wish;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.plan.Criterion;
import io.brainwright.agents.plan.Hypothesis;
import io.brainwright.agents.plan.Step;
import io.brainwright.agents.plan.Variant;
import java.util.List;
import java.util.Map;

/** What a plan asks, and which measurement decides it, where the words imply one. */
final class HypothesisWriter {
    private static final Map<String, String> UNITS = Map.of(
            "mean_rate", "Hz",
            "latency", "ms",
            "psp_amplitude", "mV",
            "peak_conductance", "uS",
            "resting_potential", "mV",
            "input_resistance", "MOhm",
            "isi", "ms");

    private final Utterance u;
    private final Wish wish;

    HypothesisWriter(Utterance utterance, Wish wish) {
        this.u = utterance;
        this.wish = wish;
    }

    Hypothesis write(List<Step> steps, List<Variant> variants) {
        if (wish.wholeStudy()) {
            return spread();
        }
        var metric = steps.stream()
                .filter(s -> s.action().equals("sim.analyse"))
                .map(s -> s.params().path("metric").asString("mean_rate"))
                .findFirst()
                .orElse(null);
        var swept = steps.stream()
                .filter(s -> s.action().equals("sim.run"))
                .map(s -> Sweeps.first(s.params()))
                .filter(n -> !n.isEmpty())
                .findFirst()
                .orElse(null);
        if (variants.size() >= 2 && steps.stream().anyMatch(s -> s.action().equals("sim.run"))) {
            return compared(
                    metric == null
                                    || List.of("raster", "traces", "lfp", "psd", "psth")
                                            .contains(metric)
                            ? "mean_rate"
                            : metric,
                    variants);
        }
        if (swept != null && metric != null && (UNITS.containsKey(metric) || metric.equals("synchrony"))) {
            return along(metric, swept);
        }
        return new Hypothesis(u.text(), null, null);
    }

    private Hypothesis spread() {
        var run = wish.want("sim.run");
        var stimulus = run.map(w -> w.params().path("stimuli").path(0));
        if (stimulus.isEmpty() || stimulus.get().isMissingNode()) {
            return new Hypothesis("What does the tissue do on its own?", null, null);
        }
        var layers = stimulus.get().path("target").path("layer");
        var driven = layers.isEmpty()
                ? "the stimulus"
                : "a stimulus of layer "
                        + layers.toString().replaceAll("[\\[\\]]", "").replace(",", ", ");
        return new Hypothesis(
                "Does activity spread beyond the cells that %s drives?".formatted(driven),
                "cells that were not driven fire more spikes from the onset on than in the control",
                new Criterion(
                        "unstimulated_spikes", null, "stimulated", Criterion.Relation.GREATER, "control", null, "1"));
    }

    private Hypothesis compared(String metric, List<Variant> variants) {
        var relation = direction();
        var other = variants.get(1).name();
        var base = variants.getFirst().name();
        var says = switch (relation) {
            case GREATER -> "higher than";
            case LESS -> "lower than";
            default -> "the same as";
        };
        return new Hypothesis(
                u.text(),
                "%s with '%s' is %s with '%s'%s"
                        .formatted(
                                metric,
                                other,
                                says,
                                base,
                                relation == Criterion.Relation.EQUAL ? " (no effect; a difference refutes it)" : ""),
                new Criterion(metric, null, other, relation, base, null, UNITS.getOrDefault(metric, "1")));
    }

    private Hypothesis along(String metric, String swept) {
        boolean falls = u.has("metric.attenuation", "edit.smaller") || direction() == Criterion.Relation.LESS;
        var relation = falls ? Criterion.Relation.DECREASES : Criterion.Relation.INCREASES;
        return new Hypothesis(
                u.text(),
                "%s %s with %s".formatted(metric, falls ? "decreases" : "increases", swept),
                new Criterion(metric, null, null, relation, null, null, UNITS.getOrDefault(metric, "1")));
    }

    private Criterion.Relation direction() {
        boolean up = u.has("predict.raise", "edit.bigger");
        boolean down = u.has("predict.lower", "edit.smaller");
        return up == down ? Criterion.Relation.EQUAL : up ? Criterion.Relation.GREATER : Criterion.Relation.LESS;
    }
}
