package io.brainwright.agents.plan;

import io.brainwright.neuro.problem.FieldFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The actions, parameters, units and values that plans may use: {@code vocabulary.json}. */
public final class Vocabulary {
    private final JsonNode actions;

    private Vocabulary(JsonNode actions) {
        this.actions = actions;
    }

    /** The vocabulary of this version. */
    public static Vocabulary open() {
        try (var in = Vocabulary.class.getResourceAsStream("vocabulary.json")) {
            return new Vocabulary(JsonMapper.shared().readTree(in).path("actions"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same with the actions of plugged-in stages. */
    Vocabulary with(PluggedActions plugged) {
        if (plugged.all().isEmpty()) {
            return this;
        }
        var more = (ObjectNode) actions.deepCopy();
        plugged.addTo(more);
        return new Vocabulary(more);
    }

    /** Names of all actions. */
    public Set<String> actions() {
        return new TreeSet<>(actions.propertyNames());
    }

    /** Names of the parameters of an action. */
    public List<String> parameters(String action) {
        return List.copyOf(actions.path(action).propertyNames());
    }

    /** All that is wrong with the steps of a plan. */
    public List<FieldFault> faults(Plan plan) {
        var faults = new ArrayList<FieldFault>();
        for (var step : plan.steps()) {
            var form = actions.path(step.action());
            if (!form.isObject()) {
                faults.add(
                        new FieldFault(step.id(), "'%s' is no action; one of %s.".formatted(step.action(), actions())));
            } else {
                fields(step.action(), form, step.params(), faults);
            }
        }
        return faults;
    }

    private static void fields(String path, JsonNode forms, JsonNode values, List<FieldFault> faults) {
        for (var entry : values.properties()) {
            var at = path + "." + entry.getKey();
            var form = forms.path(entry.getKey());
            if (!form.isObject()) {
                faults.add(new FieldFault(at, "There is no such parameter; one of " + forms.propertyNames() + "."));
            } else {
                value(at, form, entry.getValue(), faults);
            }
        }
    }

    private static void value(String at, JsonNode form, JsonNode value, List<FieldFault> faults) {
        var type = form.path("type").asString();
        if (type.equals("list") || (type.contains("list of") && value.isArray())) {
            list(at, form, value, faults);
        } else if (type.equals("object") && form.has("fields") && value.isObject()) {
            fields(at, form.get("fields"), value, faults);
        } else if (type.contains("number") || type.contains("integer")) {
            number(at, type, value, faults);
        } else if (!fits(type, value)) {
            faults.add(new FieldFault(at, "%s is not %s.".formatted(value, type)));
        } else if (form.has("values") && value.isString() && !has(form.get("values"), value)) {
            faults.add(new FieldFault(at, "%s is not one of %s.".formatted(value, form.get("values"))));
        }
    }

    private static void list(String at, JsonNode form, JsonNode value, List<FieldFault> faults) {
        if (!value.isArray()) {
            faults.add(new FieldFault(at, "%s is not a list.".formatted(value)));
            return;
        }
        int i = 0;
        for (var item : value) {
            if (form.has("of")) {
                value(at + "." + i, form.get("of"), item, faults);
            }
            i++;
        }
    }

    private static void number(String at, String type, JsonNode value, List<FieldFault> faults) {
        if (value.isObject() && value.path("sweep").isArray()) {
            value.path("sweep").forEach(v -> number(at + ".sweep", type, v, faults));
        } else if (type.equals("number or object") && value.isObject()) {
            return;
        } else if (!value.isNumber()) {
            faults.add(new FieldFault(at, "%s is not a number.".formatted(value)));
        } else if (type.equals("integer") && value.asDouble() != Math.rint(value.asDouble())) {
            faults.add(new FieldFault(at, "%s is not a whole number.".formatted(value)));
        }
    }

    private static boolean fits(String type, JsonNode value) {
        return switch (type) {
            case "text" -> value.isString();
            case "text or list of text" -> value.isString() || value.isArray();
            case "text or list" -> value.isString() || value.isArray();
            case "boolean" -> value.isBoolean();
            case "object" -> value.isObject();
            default -> value.isString() || value.isObject();
        };
    }

    private static boolean has(JsonNode values, JsonNode value) {
        for (var allowed : values) {
            if (allowed.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
