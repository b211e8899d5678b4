package io.brainwright.agents.notebook.export;

import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** JSON values as Python writes them. */
final class PythonText {
    private static final int WIDTH = 100;
    private static final String STEP = "    ";

    private PythonText() {}

    /**
     * A literal, broken into lines where it is long.
     *
     * @param names ids of datasets and the variables that hold them: an id is written as its variable
     */
    static String literal(JsonNode value, Map<String, String> names) {
        return literal(value, names, "");
    }

    /** A text in quotes. */
    static String quoted(String words) {
        // A JSON string is a Python string, also with its escapes.
        return JsonNodeFactory.instance.stringNode(words).toString();
    }

    private static String literal(JsonNode value, Map<String, String> names, String indent) {
        if (value.isString()) {
            var name = names.get(value.asString());
            return name == null ? quoted(value.asString()) : name;
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? "True" : "False";
        }
        if (value.isNull()) {
            return "None";
        }
        if (!value.isContainer()) {
            return value.toString();
        }
        var flat = container(value, names, "", false);
        return indent.length() + flat.length() <= WIDTH ? flat : container(value, names, indent, true);
    }

    private static String container(JsonNode value, Map<String, String> names, String indent, boolean broken) {
        var inner = broken ? indent + STEP : indent;
        var open = broken ? "\n" + inner : "";
        var between = broken ? ",\n" + inner : ", ";
        var close = broken ? ",\n" + indent : "";
        var text = new StringBuilder();
        if (value.isObject()) {
            value.properties()
                    .forEach(e -> text.append(text.isEmpty() ? "" : between)
                            .append(quoted(e.getKey()))
                            .append(": ")
                            .append(literal(e.getValue(), names, inner)));
            return text.isEmpty() ? "{}" : "{" + open + text + close + "}";
        }
        value.forEach(item -> text.append(text.isEmpty() ? "" : between).append(literal(item, names, inner)));
        return text.isEmpty() ? "[]" : "[" + open + text + close + "]";
    }

    /** A variable's name from words. */
    static String name(String words) {
        var name = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "dataset_" + name : name;
    }
}
