package io.brainwright.agents.plan;

import io.brainwright.neuro.problem.FieldFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What of the vocabulary this version can execute ({@code available.yaml}); the rest is named before a plan is approved. */
public final class Availability {
    private final JsonNode actions;
    private final PluggedActions plugged;

    private Availability(JsonNode actions, PluggedActions plugged) {
        this.actions = actions;
        this.plugged = plugged;
    }

    public static Availability open() {
        try (var in = Availability.class.getResourceAsStream("available.yaml")) {
            return new Availability(new YAMLMapper().readTree(in), PluggedActions.NONE);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same with the actions of plugged-in stages that answer. */
    public Availability with(PluggedActions stages) {
        if (stages.all().isEmpty()) {
            return this;
        }
        var more = (ObjectNode) actions.deepCopy();
        for (var action : stages.all()) {
            if (action.away().isEmpty()) {
                var form = more.putObject(action.name());
                action.parameters().forEach(p -> form.put(p.name(), "any"));
            }
        }
        return new Availability(more, stages);
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
                faults.add(new FieldFault(step.action(), why(step.action())));
            } else {
                visit(step.action(), "", step.params(), actions.path(step.action()), faults);
                together(step, actions.path(step.action()), faults);
            }
        }
        for (var variant : plan.variants()) {
            variant.set().forEach((path, value) -> varied(plan, path, value, faults));
        }
        return faults;
    }

    /** What a parameter must be where another one is given: "feature with against". */
    private static void together(Step step, JsonNode allowed, List<FieldFault> faults) {
        allowed.properties().forEach(rule -> {
            var both = rule.getKey().split(" with ");
            if (both.length == 2 && step.params().has(both[1])) {
                var path = step.action() + "." + both[0];
                if (step.params().has(both[0])) {
                    leaf(path, step.params().path(both[0]), rule.getValue(), faults);
                } else {
                    faults.add(new FieldFault(
                            path, "is not said beside %s; one of %s.".formatted(both[1], rule.getValue())));
                }
            }
        });
    }

    private String why(String action) {
        return plugged.find(action)
                .map(a -> "is not available now: the plugged-in stage '%s' is not ready (%s)."
                        .formatted(a.stage(), a.away()))
                .orElseGet(() ->
                        "is not available yet; this version runs " + String.join(", ", actions.propertyNames()) + ".");
    }

    /** What a variant sets must be available too; its path begins with an action or with the id of a step. */
    private void varied(Plan plan, String path, JsonNode value, List<FieldFault> faults) {
        var reached = plan.steps().stream()
                .filter(s -> path.startsWith(s.action() + ".") || path.startsWith(s.id() + "."))
                .findFirst();
        if (reached.isEmpty()) {
            faults.add(new FieldFault(path, "is no parameter of any step of this plan, so no variant can set it."));
            return;
        }
        var action = reached.get().action();
        var name = path.substring(
                (path.startsWith(action + ".") ? action : reached.get().id()).length() + 1);
        visit(action, name.replaceAll("[.][0-9]+", ""), value, actions.path(action), faults);
    }

    private static void visit(String action, String name, JsonNode value, JsonNode allowed, List<FieldFault> faults) {
        if (value.isObject() && value.path("sweep").isArray()) {
            value.path("sweep").forEach(one -> visit(action, name, one, allowed, faults));
        } else if (value.isObject() && !allowed.has(name)) {
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
        } else if (allowed.asString("").equals("one") && value.isArray() && value.size() > 1) {
            faults.add(new FieldFault(path, "%s: only one at a time is available yet.".formatted(value)));
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
