package io.brainwright.agents.planner;

import io.brainwright.agents.frames.Wish;
import io.brainwright.agents.plan.Assumption;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Simulations and what is measured in them: what was not said of them. */
final class RunCompletion {
    private static final double ROUND_MS = 50;

    private final Filling fill;
    private final Wish wish;
    private final boolean network;

    RunCompletion(Filling fill, Wish wish, boolean network) {
        this.fill = fill;
        this.wish = wish;
        this.network = network;
    }

    void run(ObjectNode p) {
        int i = 0;
        for (var stimulus : p.path("stimuli")) {
            stimulus((ObjectNode) stimulus, "sim.run.stimuli." + i++, p);
        }
        if (!network && !p.has("target")) {
            p.putObject("target").put("m_class", "L5 pyramidal").put("count", 1);
            fill.assume(Choices.assume("sim.run.target.m_class", "sim.run.target.m_class"));
            fill.assume(new Assumption(
                    "sim.run.target.count",
                    JsonNodeFactory.instance.numberNode(1),
                    "1",
                    "chosen: the experiment is on one cell",
                    List.of()));
        }
        if (p.path("target").has("count")) {
            fill.assume(new Assumption(
                    "sim.run.target.count",
                    p.path("target").get("count"),
                    "1",
                    "from your words: the cell in the singular",
                    List.of()));
        }
        duration(p);
        plasticity(p);
        for (var name : List.of("dt_ms", "temperature_degC", "ca_mM", "mg_mM", "seed")) {
            fill.number(p, "sim.run", name);
        }
        wish.want("sim.analyse")
                .filter(w -> w.params().path("metric").asString("").equals("psp_amplitude") && !p.has("recordings"))
                .ifPresent(_ -> {
                    p.putArray("recordings").addObject().put("variable", "v").put("site", "soma");
                    fill.assume(new Assumption(
                            "sim.run.recordings",
                            p.get("recordings"),
                            "1",
                            "from your words: the amplitude is that at the soma",
                            List.of()));
                });
    }

    /** Plastic synapses release at random, and every number of their rule is an assumption. */
    private void plasticity(ObjectNode p) {
        if (!wish.plastic()) {
            return;
        }
        if (!p.has("release")) {
            p.put("release", "stochastic");
            fill.assume(Choices.assume("sim.run.release", "sim.run.release"));
        }
        RecipeFacts.of("rat-nbs1-electrical", "plasticity.").forEach(fill::assume);
    }

    private void stimulus(ObjectNode s, String at, ObjectNode run) {
        if (!s.has("kind")) {
            s.put("kind", "current_step");
            fill.assume(Choices.assume("sim.run.stimuli.kind", at + ".kind"));
        }
        var kind = s.path("kind").asString();
        boolean current = kind.equals("current_step");
        if (current && !s.has("time_ms") && !s.has("delay_ms")) {
            fill.number(s, at, "time_ms", "stimulus.time_ms");
        }
        if (current && !s.has("duration_ms")) {
            fill.number(s, at, "duration_ms", "stimulus.duration_ms");
        }
        if (current && !s.has("amplitude_nA") && !s.has("percent_of_threshold")) {
            fill.number(s, at, "amplitude_nA", "stimulus.amplitude_nA");
        }
        if (kind.equals("poisson_spikes") && !s.has("rate_Hz")) {
            fill.number(s, at, "rate_Hz", "stimulus.rate_Hz");
        }
        boolean cells = kind.startsWith("current") || kind.startsWith("ou_") || kind.equals("shot_noise");
        if (cells && !s.has("target") && !run.has("target") && network) {
            s.putObject("target").put("population", "all");
            fill.assume(Choices.assume("sim.run.stimuli.target.population", at + ".target.population"));
        }
        if (s.path("target").has("count")) {
            fill.assume(new Assumption(
                    at + ".target.count",
                    s.path("target").get("count"),
                    "1",
                    "from your words: how many cells",
                    List.of()));
        }
    }

    private void duration(ObjectNode p) {
        if (p.has("duration_ms")) {
            return;
        }
        double end = 0;
        for (var s : p.path("stimuli")) {
            double onset = latest(s.path("time_ms")) + latest(s.path("delay_ms"));
            double train = s.has("count") && s.has("rate_Hz")
                    ? 1000.0 * s.path("count").asDouble() / Math.max(1e-3, latest(s.path("rate_Hz")))
                    : 0;
            end = Math.max(end, onset + latest(s.path("duration_ms")) + train + latest(s.path("recovery_ms")));
        }
        var standard = fill.named("sim.run.duration_ms", "sim.run.duration_ms");
        boolean spikes = p.path("stimuli").path(0).path("kind").asString("").equals("poisson_spikes");
        if (spikes && end > 0) {
            derived(p, end, "as long as the stimulus");
        } else if (end + ROUND_MS > standard.value().asDouble()) {
            derived(
                    p,
                    ROUND_MS * Math.ceil((end + 2 * ROUND_MS) / ROUND_MS),
                    "the stimuli end before, and the response is seen");
        } else {
            p.set("duration_ms", standard.value());
            fill.assume(standard);
        }
    }

    private void derived(ObjectNode p, double value, String why) {
        p.set("duration_ms", Defaults.number(value));
        fill.assume(new Assumption(
                "sim.run.duration_ms", Defaults.number(value), "ms", "chosen: " + why, List.of("longer")));
    }

    private static double latest(JsonNode value) {
        if (value.has("sweep")) {
            return value.path("sweep")
                    .valueStream()
                    .mapToDouble(JsonNode::asDouble)
                    .max()
                    .orElse(0);
        }
        return value.asDouble(0);
    }

    void calibrate(ObjectNode p) {
        var target = p.get("target") instanceof ObjectNode there ? there : p.putObject("target");
        if (!target.has("population")) {
            target.put("population", "all");
            fill.assume(Choices.assume("sim.calibrate.target.population", "sim.calibrate.target.population"));
        }
        if (!p.has("stimuli")) {
            p.putArray("stimuli").addObject().put("kind", "ou_conductance");
            fill.assume(Choices.assume("sim.calibrate.stimuli.kind", "sim.calibrate.stimuli.0.kind"));
        }
    }

    void analyse(ObjectNode p) {
        if (wish.wholeStudy() && !p.has("metric")) {
            boolean stimulated =
                    wish.want("sim.run").filter(w -> w.params().has("stimuli")).isPresent();
            p.put("metric", stimulated ? "latency" : "mean_rate");
            p.put("group_by", "layer");
        } else if (!p.has("metric")) {
            fill.choose(p, "sim.analyse", "metric");
        }
    }
}
