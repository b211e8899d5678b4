package io.brainwright.agents.plan;

import io.brainwright.neuro.problem.FieldFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What of the vocabulary this version can execute ({@code available.yaml}); the rest is named before a plan is approved. */
public final class Availability {
    private final JsonNode actions;

    private Availability(JsonNode actions) {
        this.actions = actions;
    }

    public static Availability open() {
        try (var in = Availability.class.getResourceAsStream("available.yaml")) {
            return new Availability(new YAMLMapper().readTree(in));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether this version executes an action at all. */
    public boolean has(String action) {
        return actions.path(action).isObject();
    }

    /** Everything in a plan that is not available yet. */
    public List<FieldFault> faults(Plan plan) {
        var faults = new ArrayList<FieldFault>();
        for (var step : plan.steps()) {
            if (!has(step.action())) {
                faults.add(new FieldFault(
                        step.action(),
                        "is not available yet; this version runs " + String.join(", ", actions.propertyNames()) + "."));
            } else {
                visit(step.action(), "", step.params(), actions.path(step.action()), faults);
            }
        }
        for (var variant : plan.variants()) {
            for (var path : variant.set().keySet()) {
                if (!path.startsWith("sim.run.")) {
                    faults.add(new FieldFault(path, "Variants of sim.run only are available yet."));
                }
            }
        }
        return faults;
    }

    private static void visit(String action, String name, JsonNode value, JsonNode allowed, List<FieldFault> faults) {
        if (value.isObject() && !allowed.has(name)) {
            value.properties()
                    .forEach(e -> visit(
                            action,
                            name.isEmpty() ? e.getKey() : name + "." + e.getKey(),
                            e.getValue(),
                            allowed,
                            faults));
        } else if (value.isArray() && !allowed.has(name)) {
            value.forEach(item -> visit(action, name, item, allowed, faults));
        } else {
            leaf(action + "." + name, value, allowed.path(name), faults);
        }
    }

    private static void leaf(String path, JsonNode value, JsonNode allowed, List<FieldFault> faults) {
        if (allowed.isMissingNode()) {
            faults.add(new FieldFault(path, "is not available yet."));
        } else if (value.isObject() && value.has("sweep")) {
            faults.add(new FieldFault(path, "Sweeps are not available yet; give one value."));
        } else if (allowed.isArray()) {
            var items = value.isArray() ? value : List.of(value);
            for (var item : items) {
                if (!contains(allowed, item)) {
                    faults.add(new FieldFault(path, "%s is not available yet; one of %s.".formatted(item, allowed)));
                }
            }
        }
    }

    private static boolean contains(JsonNode allowed, JsonNode item) {
        for (var one : allowed) {
            if (one.equals(item)) {
                return true;
            }
        }
        return false;
    }
}
