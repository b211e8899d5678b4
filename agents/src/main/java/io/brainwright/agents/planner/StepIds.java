package io.brainwright.agents.planner;

import java.util.HashMap;
import java.util.Map;

/** Short names of steps, each once. */
final class StepIds {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("atlas.region", "region"),
            Map.entry("placement.cells", "cells"),
            Map.entry("synthesis.dendrites", "dendrites"),
            Map.entry("synthesis.axons", "axons"),
            Map.entry("connectome.local", "connect"),
            Map.entry("connectome.physiology", "physiology"),
            Map.entry("connectome.thalamic", "thalamic"),
            Map.entry("connectome.mid_range", "mid-range"),
            Map.entry("placement.vessels", "vessels"),
            Map.entry("connectome.astrocytes", "wrap"),
            Map.entry("connectome.edit", "edit"),
            Map.entry("sim.run", "simulate"),
            Map.entry("sim.calibrate", "calibrate"),
            Map.entry("sim.analyse", "analyse"),
            Map.entry("placement.analyse", "analyse-cells"),
            Map.entry("synthesis.analyse", "analyse-shapes"),
            Map.entry("connectome.analyse", "analyse-synapses"),
            Map.entry("render.plot", "plot"),
            Map.entry("render.image", "image"),
            Map.entry("render.movie", "movie"),
            Map.entry("render.sound", "sound"),
            Map.entry("export.sonata", "export"),
            Map.entry("atlas.query", "query"));

    private final Map<String, Integer> used = new HashMap<>();

    String of(String action) {
        var name = NAMES.getOrDefault(action, action.replace('.', '-'));
        int n = used.merge(name, 1, Integer::sum);
        return n == 1 ? name : name + "-" + n;
    }
}
