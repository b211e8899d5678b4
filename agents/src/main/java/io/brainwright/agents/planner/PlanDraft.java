package io.brainwright.agents.planner;

import io.brainwright.agents.language.Reading;
import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.Criterion;
import io.brainwright.agents.plan.Hypothesis;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Step;
import io.brainwright.agents.plan.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the steps that a reading asks for, with every prerequisite, and notes each value that was not said. */
final class PlanDraft {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Defaults defaults;
    private final Reading reading;
    private final String region;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Assumption> assumptions = new LinkedHashMap<>();
    private final List<String> questions = new ArrayList<>();

    PlanDraft(Defaults defaults, Reading reading, String region) {
        this.defaults = defaults;
        this.reading = reading;
        this.region = region;
    }

    Plan plan() {
        tissue();
        var stimulus = reading.stimulus();
        boolean simulated = stimulus != null
                || reading.wants().contains("run")
                || reading.wants().contains("raster")
                || reading.conditions().duration_ms() != null;
        if (simulated) {
            simulation(stimulus);
        }
        pictures(simulated);
        step("export.sonata", JSON.objectNode(), simulated ? List.of("connect", "simulate") : List.of("connect"));
        if (!reading.unknown().isEmpty()) {
            questions.add("Not used of your words: " + String.join(", ", reading.unknown()) + ".");
        }
        return new Plan(
                Plan.SCHEMA,
                1,
                reading.words(),
                hypothesis(stimulus, simulated),
                steps,
                variants(stimulus),
                List.copyOf(assumptions.values()),
                null,
                questions);
    }

    private void tissue() {
        var tissue = reading.tissue();
        var atlas = JSON.objectNode().put("region", region).put("species", "rat");
        if (!tissue.rat()) {
            chosen("atlas.region.species", "rat", "the only species of this version's atlas");
        }
        var shape = atlas.putObject("shape").put("kind", tissue.whole() ? "whole" : "column");
        if (tissue.radius_um() != null) {
            shape.set("radius_um", Defaults.number(tissue.radius_um()));
        } else if (!tissue.whole()) {
            set(shape, "atlas.region.shape", "width_um", tissue.width_um(), "atlas.region.shape.width_um");
        }
        if (!tissue.layers().isEmpty()) {
            atlas.set("layers", ints(tissue.layers()));
        }
        step("atlas.region", atlas, List.of());
        step("placement.cells", cells(tissue), List.of("region"));
        var dendrites = JSON.objectNode().put("method", "topological");
        chosen(
                "synthesis.dendrites.method",
                "topological",
                "grown from barcodes of reconstructions (Kanari et al. 2022, doi:10.1016/j.celrep.2022.110586)");
        set(dendrites, "synthesis.dendrites", "seed", tissue.seed(), "synthesis.dendrites.seed");
        step("synthesis.dendrites", dendrites, List.of("cells"));
        step("synthesis.axons", JSON.objectNode().put("scope", "local"), List.of("dendrites"));
        chosen(
                "synthesis.axons.scope",
                "local",
                "long-range axons are not available yet; beyond its initial segment an axon is a delay in the simulation");
        connectome();
    }

    private ObjectNode cells(Reading.Tissue tissue) {
        var cells = JSON.objectNode();
        if (tissue.count() != null) {
            cells.set("count", Defaults.number(tissue.count()));
        } else if (tissue.density_scale() == null && !tissue.whole()) {
            // A column that was asked for without a count holds what its density says; no number is invented.
            chosen("placement.cells.count", "all cells of the shape", "no count was said");
        }
        put(cells, "density_scale", tissue.density_scale());
        put(cells, "excitatory_fraction", tissue.excitatory_fraction());
        if (!tissue.m_types().isEmpty()) {
            tissue.m_types().forEach(cells.putArray("m_types")::add);
        }
        set(cells, "placement.cells", "seed", tissue.seed(), "placement.cells.seed");
        return cells;
    }

    private void connectome() {
        var touch = JSON.objectNode();
        var reach = touch.putObject("touch_distance_um");
        for (var side : List.of("excitatory", "inhibitory")) {
            set(reach, "connectome.local.touch_distance_um", side, null, "connectome.local.touch_distance_um." + side);
        }
        step("connectome.local", touch, List.of("cells", "axons"));
        step("connectome.physiology", JSON.objectNode(), List.of("connect"));
    }

    private void simulation(Reading.@Nullable Stimulus stimulus) {
        var c = reading.conditions();
        var run = JSON.objectNode();
        set(run, "sim.run", "duration_ms", c.duration_ms(), "sim.run.duration_ms");
        set(run, "sim.run", "dt_ms", c.dt_ms(), "sim.run.dt_ms");
        set(run, "sim.run", "temperature_degC", c.temperature_degC(), "sim.run.temperature_degC");
        set(run, "sim.run", "ca_mM", c.ca_mM(), "sim.run.ca_mM");
        set(run, "sim.run", "mg_mM", c.mg_mM(), "sim.run.mg_mM");
        set(run, "sim.run", "seed", reading.tissue().seed(), "sim.run.seed");
        if (!c.blocks().isEmpty()) {
            c.blocks().forEach(run.putArray("blocks")::add);
        }
        if (stimulus != null) {
            stimulate(run.putArray("stimuli").addObject(), stimulus);
        }
        step("sim.run", run, List.of("cells", "axons", "physiology"));
        var analyse = JSON.objectNode();
        analyse.put("group_by", "layer");
        analyse.put("metric", stimulus == null ? "mean_rate" : "latency");
        step("sim.analyse", analyse, List.of("simulate"));
    }

    private void stimulate(ObjectNode s, Reading.Stimulus said) {
        var at = "sim.run.stimuli.0";
        s.put("kind", "current_step");
        chosen(
                at + ".kind",
                "current_step",
                "the same step of current into the soma of each cell of the target; synaptic volleys are not available yet");
        target(s.putObject("target"), said);
        set(s, at, "time_ms", said.time_ms(), "stimulus.time_ms");
        if (said.end_ms() != null && said.time_ms() != null) {
            double length = said.end_ms() - said.time_ms();
            s.set("duration_ms", Defaults.number(length));
            assumptions.put(
                    at + ".duration_ms",
                    new Assumption(
                            at + ".duration_ms",
                            Defaults.number(length),
                            "ms",
                            "your words: from the onset to the end that you said",
                            List.of()));
        } else {
            set(s, at, "duration_ms", said.duration_ms(), "stimulus.duration_ms");
        }
        set(s, at, "amplitude_nA", said.amplitude_nA(), "stimulus.amplitude_nA");
    }

    private void target(ObjectNode target, Reading.Stimulus said) {
        if (!said.layers().isEmpty()) {
            target.set("layer", ints(said.layers()));
        }
        if (said.population() != null) {
            target.put("population", said.population());
        }
        if (!said.m_types().isEmpty()) {
            said.m_types().forEach(target.putArray("m_types")::add);
        }
        if (!said.e_types().isEmpty()) {
            said.e_types().forEach(target.putArray("e_types")::add);
        }
        put(target, "count", said.count());
        if (target.isEmpty()) {
            target.put("population", "all");
            chosen("sim.run.stimuli.0.target.population", "all", "no layer or class was said for the stimulus");
        }
    }

    private void pictures(boolean simulated) {
        if (simulated) {
            var plot = JSON.objectNode();
            plot.putArray("plots").add("raster");
            step("render.plot", plot, List.of("simulate"));
        }
        step(
                "render.image",
                JSON.objectNode().put("colour_by", simulated ? "v" : "layer"),
                simulated ? List.of("axons", "simulate") : List.of("axons"));
    }

    private List<Variant> variants(Reading.@Nullable Stimulus stimulus) {
        return stimulus == null
                ? List.of()
                : List.of(
                        new Variant("stimulated", Map.of()),
                        new Variant("control", Map.of("sim.run.stimuli", JSON.arrayNode())));
    }

    private Hypothesis hypothesis(Reading.@Nullable Stimulus stimulus, boolean simulated) {
        if (stimulus == null) {
            return new Hypothesis(
                    simulated ? "What does the tissue do on its own?" : "What does the tissue look like?", null, null);
        }
        var driven = stimulus.layers().isEmpty()
                ? "the stimulus"
                : "a stimulus of layer "
                        + String.join(
                                ", ",
                                stimulus.layers().stream().map(String::valueOf).toList());
        return new Hypothesis(
                "Does activity spread beyond the cells that %s drives?".formatted(driven),
                "cells that were not driven fire more spikes from the onset on than in the control",
                new Criterion(
                        "unstimulated_spikes", null, "stimulated", Criterion.Relation.GREATER, "control", null, "1"));
    }

    private void set(ObjectNode params, String at, String name, @Nullable Double said, String byDefault) {
        if (said != null) {
            params.set(name, Defaults.number(said));
        } else {
            var assumed = defaults.assume(byDefault, at + "." + name);
            params.set(name, assumed.value());
            assumptions.put(assumed.path(), assumed);
        }
    }

    private static void put(ObjectNode params, String name, @Nullable Double said) {
        if (said != null) {
            params.set(name, Defaults.number(said));
        }
    }

    private void chosen(String path, String value, String why) {
        assumptions.put(path, new Assumption(path, JSON.stringNode(value), "1", "chosen: " + why, List.of()));
    }

    private void step(String action, ObjectNode params, List<String> needs) {
        steps.add(new Step(Ids.of(action), action, params, needs));
    }

    private static JsonNode ints(List<Integer> values) {
        var list = JSON.arrayNode();
        values.forEach(list::add);
        return list;
    }

    /** Short names of steps. */
    private static final class Ids {
        private static final Map<String, String> NAMES = Map.of(
                "atlas.region",
                "region",
                "placement.cells",
                "cells",
                "synthesis.dendrites",
                "dendrites",
                "synthesis.axons",
                "axons",
                "connectome.local",
                "connect",
                "connectome.physiology",
                "physiology",
                "sim.run",
                "simulate",
                "sim.analyse",
                "analyse",
                "render.plot",
                "plot",
                "render.image",
                "image");

        static String of(String action) {
            return NAMES.getOrDefault(action, "export");
        }
    }
}
