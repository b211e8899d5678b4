package io.brainwright.agents.plan;

import io.brainwright.neuro.problem.FieldFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All actions of plugged-in stages at one moment. One that makes what a built-in action makes plays its part in a plan.
 *
 * @param all in the order in which the stages are listed
 */
public record PluggedActions(List<PluggedAction> all) {
    /** None. */
    public static final PluggedActions NONE = new PluggedActions(List.of());

    private static final Map<String, String> PARTS = Map.of(
            "region", "atlas.region",
            "cells", "placement.cells",
            "morphologies", "synthesis.dendrites",
            "synapses", "connectome.local");

    public PluggedActions {
        all = List.copyOf(all);
    }

    public Optional<PluggedAction> find(String action) {
        return all.stream().filter(a -> a.name().equals(action)).findFirst();
    }

    /** The built-in action whose part an action plays: "placement.cells" for one that makes cells; itself where there is none. */
    public String part(String action) {
        return find(action).map(a -> PARTS.getOrDefault(a.makes(), action)).orElse(action);
    }

    /** The action in a plan that plays the part of a built-in one. */
    public Optional<Step> playing(Plan plan, String part) {
        return plan.steps().stream().filter(s -> part(s.action()).equals(part)).findFirst();
    }

    /** The built-in action that makes a kind of thing. */
    static String maker(String kind) {
        return PARTS.getOrDefault(kind, "");
    }

    /** The place of an action in the order of stages: its part's, else behind all that it reads. */
    public List<String> follows(String action) {
        return find(action).stream()
                .flatMap(a -> a.reads().stream())
                .map(PluggedActions::maker)
                .toList();
    }

    /** Values of a step of a plugged-in action that lie out of its bounds, and values that must be said. */
    public List<FieldFault> faults(Step step) {
        var faults = new ArrayList<FieldFault>();
        var params = step.params();
        for (var p : find(step.action()).map(PluggedAction::parameters).orElse(List.of())) {
            var path = step.action() + "." + p.name();
            var value = params.path(p.name());
            if (value.isMissingNode() && p.byDefault() == null) {
                faults.add(new FieldFault(path, "%s has no default: %s".formatted(path, p.meaning())));
            }
            bounds(path, p, value, faults);
        }
        return faults;
    }

    private static void bounds(String path, PluggedAction.Parameter p, JsonNode value, List<FieldFault> faults) {
        if (value.path("sweep").isArray()) {
            value.path("sweep").forEach(v -> bounds(path, p, v, faults));
        } else if (value.isNumber() && (value.asDouble() < p.min() || value.asDouble() > p.max())) {
            faults.add(new FieldFault(path, "limit:%s|%s|%s".formatted(path, value, p.bounds())));
        }
    }

    /** Those of the vocabulary's forms. */
    void addTo(ObjectNode forms) {
        all.forEach(a -> forms.set(a.name(), a.form()));
    }

    /** What a chat model is told of them, a line each; empty where there are none. */
    public String words() {
        var lines = new StringBuilder();
        for (var a : all) {
            lines.append("\n").append(a.name()).append(": ").append(a.meaning());
            a.parameters()
                    .forEach(p -> lines.append(" %s (%s%s): %s"
                            .formatted(
                                    p.name(), p.type(), p.bounds().isEmpty() ? "" : ", " + p.bounds(), p.meaning())));
            if (!PARTS.getOrDefault(a.makes(), "").isEmpty()) {
                lines.append(" Stands in place of ").append(part(a.name())).append('.');
            }
            if (!a.away().isEmpty()) {
                lines.append(" Not available now.");
            }
        }
        return lines.toString();
    }
}
