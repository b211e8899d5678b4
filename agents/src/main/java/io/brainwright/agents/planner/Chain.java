package io.brainwright.agents.planner;

import io.brainwright.agents.plan.PluggedActions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Backward chaining over typed steps: what each action takes, what it makes, and which actions lead to what is missing.
 *
 * <p>Kinds of things: region, cells, dendrites, axons (with them the morphologies are complete), synapses, thalamic fibres, vessels, synapses that
 * astrocytes wrap, physiology, simulation.
 */
final class Chain {
    private static final Map<String, String> MAKERS = Map.of(
            "region", "atlas.region",
            "cells", "placement.cells",
            "dendrites", "synthesis.dendrites",
            "axons", "synthesis.axons",
            "synapses", "connectome.local",
            "fibres", "connectome.thalamic",
            "vessels", "placement.vessels",
            "wrapped", "connectome.astrocytes",
            "physiology", "connectome.physiology",
            "simulation", "sim.run");
    private static final Map<String, List<String>> MADE_BY_STAGE = Map.of(
            "atlas", List.of("region"),
            "placement", List.of("cells"),
            "synthesis", List.of("dendrites", "axons"),
            "connectome", List.of("synapses", "physiology"),
            "connectome-thalamic", List.of("fibres"));

    /** What plug-ins call the things that they read, as kinds of this chain. */
    private static final Map<String, String> READ = Map.of("morphologies", "axons");

    private final PluggedActions plugged;

    Chain(PluggedActions plugged) {
        this.plugged = plugged;
    }

    /**
     * What an action takes.
     *
     * @param action the action
     * @param network whether cells are simulated with their synapses
     */
    List<String> takes(String action, boolean network) {
        return plugged.find(action)
                .map(a -> a.reads().stream().map(k -> READ.getOrDefault(k, k)).toList())
                .orElseGet(() -> builtIn(action, network));
    }

    private static List<String> builtIn(String action, boolean network) {
        return switch (action) {
            case "placement.cells" -> List.of("region");
            case "placement.analyse", "placement.vessels" -> List.of("cells");
            case "synthesis.dendrites" -> List.of("cells");
            case "synthesis.axons" -> List.of("dendrites");
            case "synthesis.analyse" -> List.of("dendrites");
            case "connectome.local", "connectome.thalamic" -> List.of("cells", "axons");
            case "connectome.mid_range" -> List.of("synapses");
            case "connectome.physiology", "connectome.edit", "connectome.analyse" -> List.of("synapses");
            case "connectome.astrocytes" -> List.of("cells", "synapses");
            case "sim.run", "sim.calibrate" ->
                network ? List.of("cells", "axons", "physiology") : List.of("cells", "axons");
            case "export.swc" -> List.of("axons");
            case "export.sonata" -> List.of("synapses", "physiology");
            default -> List.of();
        };
    }

    /** What an action makes; empty where nothing follows from it. */
    String makes(String action) {
        return MAKERS.entrySet().stream()
                .filter(e -> e.getValue().equals(plugged.part(action)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    /** The action that makes a kind of thing. */
    static String maker(String kind) {
        return MAKERS.getOrDefault(kind, "");
    }

    /** What a circuit has by the stages that are done. */
    static Set<String> has(List<String> stages) {
        var has = new LinkedHashSet<String>();
        stages.forEach(s -> has.addAll(MADE_BY_STAGE.getOrDefault(s, List.of())));
        return has;
    }

    /** The actions that are missing before the wanted ones can run, none of which make what is there already. */
    Set<String> missing(List<String> actions, Set<String> there, boolean network, Map<String, List<String>> further) {
        var missing = new LinkedHashSet<String>();
        var made = actions.stream().map(plugged::part).toList();
        var open = new ArrayList<>(actions);
        while (!open.isEmpty()) {
            var action = open.removeLast();
            var kinds = new ArrayList<>(takes(action, network));
            kinds.addAll(further.getOrDefault(action, List.of()));
            for (var kind : kinds) {
                var maker = maker(kind);
                if (!there.contains(kind) && !made.contains(maker) && missing.add(maker)) {
                    open.add(maker);
                }
            }
        }
        return missing;
    }

    /** What depends on an action, in the order of the stages. */
    List<String> downstream(String action, Set<String> built) {
        var order = List.of(
                "atlas.region",
                "placement.cells",
                "synthesis.dendrites",
                "synthesis.axons",
                "connectome.local",
                "connectome.physiology");
        int at = order.indexOf(plugged.part(action));
        return at < 0
                ? List.of()
                : order.subList(at + 1, order.size()).stream()
                        .filter(a -> built.contains(makes(a)))
                        .toList();
    }
}
