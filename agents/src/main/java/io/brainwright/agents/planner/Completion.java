package io.brainwright.agents.planner;

import io.brainwright.agents.frames.Want;
import io.brainwright.agents.frames.Wish;
import io.brainwright.agents.plan.Assumption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Fills what was not said from the defaults; each value goes into the assumptions with its source. */
final class Completion {
    private static final double ROUND_MS = 50;

    private final Defaults defaults;
    private final Wish wish;
    private final WorkspaceView workspace;
    private final Map<String, Assumption> assumptions;
    private final boolean network;

    Completion(
            Defaults defaults,
            Wish wish,
            WorkspaceView workspace,
            Map<String, Assumption> assumptions,
            boolean network) {
        this.defaults = defaults;
        this.wish = wish;
        this.workspace = workspace;
        this.assumptions = assumptions;
        this.network = network;
    }

    void complete(String action, ObjectNode p) {
        switch (action) {
            case "atlas.region" -> region(p);
            case "placement.cells" -> cells(p);
            case "synthesis.dendrites" -> {
                choose(p, action, "method");
                number(p, action, "seed");
            }
            case "synthesis.axons" -> choose(p, action, "scope");
            case "connectome.local" -> touch(p);
            case "connectome.thalamic" -> sources(p);
            case "connectome.edit" -> edit(p);
            case "sim.run" -> run(p);
            case "sim.calibrate" -> calibrate(p);
            case "sim.analyse" -> analyse(p);
            case "render.plot" -> plot(p);
            case "render.image" -> image(p);
            case "render.movie" -> movie(p);
            case "render.sound" -> sound(p);
            case "notebook.export" -> choose(p, action, "format");
            case "library.search" -> number(p, action, "limit");
            case "estimate" -> number(p, action, "density_scale");
            default -> {}
        }
    }

    private void region(ObjectNode p) {
        if (!p.has("region")) {
            choose(p, "atlas.region", "region");
        }
        if (!p.has("species")) {
            var species = Places.species(p.path("region"));
            p.put("species", species);
            assume(
                    species.equals("rat")
                            ? Choices.assume("atlas.region.species", "atlas.region.species")
                            : new Assumption(
                                    "atlas.region.species",
                                    JsonNodeFactory.instance.stringNode(species),
                                    "1",
                                    "chosen: the species whose atlas has this region",
                                    List.of("rat", "mouse", "human")));
        }
        if (p.path("region").isArray() && !p.has("shape")) {
            return;
        }
        var shape = p.get("shape") instanceof ObjectNode there ? there : p.putObject("shape");
        if (!shape.has("kind")) {
            shape.put("kind", "column");
            assume(Choices.assume("atlas.region.shape.kind", "atlas.region.shape.kind"));
        }
        boolean sized = shape.has("width_um") || shape.has("radius_um") || shape.has("thickness_um");
        if (!sized && !shape.path("kind").asString().equals("whole")) {
            var name = wish.tiny() || !network ? "small.width_um" : "atlas.region.shape.width_um";
            var assumed = defaults.assume(name, "atlas.region.shape.width_um");
            shape.set("width_um", assumed.value());
            assume(assumed);
        }
    }

    private void cells(ObjectNode p) {
        var run = wish.want("sim.run").map(Want::params).orElse(JsonNodeFactory.instance.objectNode());
        boolean pair = run.path("target").has("pair");
        boolean explicit = p.has("count") || p.has("density_scale") || p.has("density_per_mm3") || p.has("densities");
        if (!explicit && !wish.wants("placement.cells") && (!network || pair)) {
            int n = pair ? 2 : 1;
            p.put("count", n);
            assume(new Assumption(
                    "placement.cells.count",
                    JsonNodeFactory.instance.numberNode(n),
                    "1",
                    "from your words: only the cells of the experiment are placed",
                    List.of("all cells of the shape")));
        } else if (!explicit && wish.tiny()) {
            number(p, "placement.cells", "count", "small.count");
        } else if (!explicit) {
            assume(Choices.assume("placement.cells.count", "placement.cells.count"));
        }
        number(p, "placement.cells", "seed");
    }

    private void touch(ObjectNode p) {
        var touch = p.get("touch_distance_um") instanceof ObjectNode there ? there : p.putObject("touch_distance_um");
        for (var side : List.of("excitatory", "inhibitory")) {
            number(touch, "connectome.local.touch_distance_um", side);
        }
    }

    private void sources(ObjectNode p) {
        if (!p.has("sources")) {
            p.putArray("sources").add("VPM").add("POm");
            assume(new Assumption(
                    "connectome.thalamic.sources",
                    p.get("sources"),
                    "1",
                    "chosen: the two thalamic nuclei that innervate this cortex",
                    List.of("VPM", "POm")));
        }
    }

    private void edit(ObjectNode p) {
        var op = p.path("op").asString();
        if ((op.equals("rewire") || op.equals("add")) && !p.has("model")) {
            choose(p, "connectome.edit", "model");
        }
        if (op.equals("rewire") || op.equals("add")) {
            number(p, "connectome.edit", "seed");
        }
    }

    private void run(ObjectNode p) {
        int i = 0;
        for (var stimulus : p.path("stimuli")) {
            stimulus((ObjectNode) stimulus, "sim.run.stimuli." + i++, p);
        }
        if (!network && !p.has("target")) {
            p.putObject("target").put("m_class", "L5 pyramidal").put("count", 1);
            assume(Choices.assume("sim.run.target.m_class", "sim.run.target.m_class"));
            assume(new Assumption(
                    "sim.run.target.count",
                    JsonNodeFactory.instance.numberNode(1),
                    "1",
                    "chosen: the experiment is on one cell",
                    List.of()));
        }
        if (p.path("target").has("count")) {
            assume(new Assumption(
                    "sim.run.target.count",
                    p.path("target").get("count"),
                    "1",
                    "from your words: the cell in the singular",
                    List.of()));
        }
        duration(p);
        for (var name : List.of("dt_ms", "temperature_degC", "ca_mM", "mg_mM", "seed")) {
            number(p, "sim.run", name);
        }
        wish.want("sim.analyse")
                .filter(w -> w.params().path("metric").asString("").equals("psp_amplitude") && !p.has("recordings"))
                .ifPresent(_ -> {
                    p.putArray("recordings").addObject().put("variable", "v").put("site", "soma");
                    assume(new Assumption(
                            "sim.run.recordings",
                            p.get("recordings"),
                            "1",
                            "from your words: the amplitude is that at the soma",
                            List.of()));
                });
    }

    private void stimulus(ObjectNode s, String at, ObjectNode run) {
        if (!s.has("kind")) {
            s.put("kind", "current_step");
            assume(Choices.assume("sim.run.stimuli.kind", at + ".kind"));
        }
        var kind = s.path("kind").asString();
        boolean current = kind.equals("current_step");
        if (current && !s.has("time_ms") && !s.has("delay_ms")) {
            number(s, at, "time_ms", "stimulus.time_ms");
        }
        if (current && !s.has("duration_ms")) {
            number(s, at, "duration_ms", "stimulus.duration_ms");
        }
        if (current && !s.has("amplitude_nA") && !s.has("percent_of_threshold")) {
            number(s, at, "amplitude_nA", "stimulus.amplitude_nA");
        }
        if (kind.equals("poisson_spikes") && !s.has("rate_Hz")) {
            number(s, at, "rate_Hz", "stimulus.rate_Hz");
        }
        boolean cells = kind.startsWith("current") || kind.startsWith("ou_") || kind.equals("shot_noise");
        if (cells && !s.has("target") && !run.has("target") && network) {
            s.putObject("target").put("population", "all");
            assume(Choices.assume("sim.run.stimuli.target.population", at + ".target.population"));
        }
        if (s.path("target").has("count")) {
            assume(new Assumption(
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
        var standard = defaults.assume("sim.run.duration_ms", "sim.run.duration_ms");
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
            assume(standard);
        }
    }

    private void derived(ObjectNode p, double value, String why) {
        p.set("duration_ms", Defaults.number(value));
        assume(new Assumption(
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

    private void calibrate(ObjectNode p) {
        var target = p.get("target") instanceof ObjectNode there ? there : p.putObject("target");
        if (!target.has("population")) {
            target.put("population", "all");
            assume(Choices.assume("sim.calibrate.target.population", "sim.calibrate.target.population"));
        }
        if (!p.has("stimuli")) {
            p.putArray("stimuli").addObject().put("kind", "ou_conductance");
            assume(Choices.assume("sim.calibrate.stimuli.kind", "sim.calibrate.stimuli.0.kind"));
        }
    }

    private void analyse(ObjectNode p) {
        if (wish.wholeStudy() && !p.has("metric")) {
            boolean stimulated =
                    wish.want("sim.run").filter(w -> w.params().has("stimuli")).isPresent();
            p.put("metric", stimulated ? "latency" : "mean_rate");
            p.put("group_by", "layer");
        } else if (!p.has("metric")) {
            choose(p, "sim.analyse", "metric");
        }
    }

    private void plot(ObjectNode p) {
        if (!p.has("plots")) {
            p.putArray("plots").add("raster");
            assume(Choices.assume("render.plot.plots", "render.plot.plots"));
        }
        if (!wish.wholeStudy()) {
            choose(p, "render.plot", "format");
        }
    }

    private void image(ObjectNode p) {
        if (!p.has("colour_by") && !wish.wants("library.search")) {
            p.put("colour_by", wish.wants("sim.run") ? "v" : "layer");
            assume(new Assumption(
                    "render.image.colour_by",
                    p.get("colour_by"),
                    "1",
                    "chosen: no colour was said",
                    List.of("m_type", "section")));
        }
    }

    private void movie(ObjectNode p) {
        if (!p.has("colour_by")) {
            p.put("colour_by", wish.wants("sim.run") ? "v" : "layer");
            assume(new Assumption(
                    "render.movie.colour_by",
                    p.get("colour_by"),
                    "1",
                    "chosen: no colour was said",
                    List.of("m_type", "section")));
        }
        number(p, "render.movie", "duration_s");
        if (!p.has("resolution")) {
            p.putArray("resolution").add(1280).add(720);
            assume(new Assumption(
                    "render.movie.resolution",
                    p.get("resolution"),
                    "px",
                    "chosen: plays everywhere",
                    List.of("1920 x 1080", "3840 x 2160")));
        }
    }

    private void sound(ObjectNode p) {
        if (!p.path("source").has("spikes")) {
            p.putObject("source").putObject("spikes").put("population", "all");
            assume(Choices.assume("render.sound.source.spikes.population", "render.sound.source.spikes.population"));
        }
        choose(p, "render.sound", "timbre");
    }

    /** Values that several steps share. */
    void fitTogether(Map<String, ObjectNode> first) {
        var dendrites = first.get("synthesis.dendrites");
        var cells = first.get("placement.cells");
        if (cells != null
                && dendrites != null
                && cells.has("seed")
                && !wish.wants("synthesis.dendrites")
                && !assumptions.containsKey("placement.cells.seed")) {
            dendrites.set("seed", cells.get("seed"));
            assumptions.remove("synthesis.dendrites.seed");
            var run = first.get("sim.run");
            if (run != null && assumptions.remove("sim.run.seed") != null) {
                run.set("seed", cells.get("seed"));
            }
        }
        assert Objects.nonNull(workspace);
    }

    private void number(ObjectNode p, String at, String name) {
        number(p, at, name, at + "." + name);
    }

    private void number(ObjectNode p, String at, String name, String byDefault) {
        if (!p.has(name)) {
            var assumed = defaults.assume(byDefault, at + "." + name);
            p.set(name, assumed.value());
            assume(assumed);
        }
    }

    private void choose(ObjectNode p, String action, String name) {
        if (!p.has(name)) {
            var assumed = Choices.assume(action + "." + name, action + "." + name);
            p.set(name, assumed.value());
            assume(assumed);
        }
    }

    private void assume(Assumption assumption) {
        assumptions.putIfAbsent(assumption.path(), assumption);
    }
}
