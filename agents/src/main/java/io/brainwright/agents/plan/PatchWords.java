package io.brainwright.agents.plan;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON Patch of a plan in sentences: "sim.run: duration_ms was 200, is 300". */
public final class PatchWords {
    private static final int LONGEST = 160;

    private PatchWords() {}

    /** One sentence for each operation. */
    public static List<String> of(ObjectNode before, ArrayNode patch) {
        var lines = new ArrayList<String>();
        var now = before.deepCopy();
        for (var operation : patch) {
            lines.add(sentence(now, operation));
            PlanPatch.change(now, operation);
        }
        return lines;
    }

    private static String sentence(JsonNode now, JsonNode operation) {
        var pointer = operation.path("path").asString();
        var place = place(now, pointer);
        var value = brief(operation.path("value"));
        return switch (operation.path("op").asString()) {
            case "add" -> "%s is new: %s".formatted(place, value);
            case "remove" -> "%s is gone; it was %s".formatted(place, brief(now.at(pointer)));
            default -> "%s was %s, is %s".formatted(place, brief(now.at(pointer)), value);
        };
    }

    /** "/steps/4/params/duration_ms" as "sim.run (step s5): duration_ms". */
    private static String place(JsonNode now, String pointer) {
        var parts = pointer.substring(Math.min(1, pointer.length())).split("/", -1);
        if (parts.length < 2) {
            return pointer.isEmpty() ? "the plan" : parts[0];
        }
        var item = now.path(parts[0]).path(number(parts[1]));
        var rest = String.join(" ", List.of(parts).subList(2, parts.length))
                .replace("~1", "/")
                .replace("~0", "~");
        return switch (parts[0]) {
            case "steps" ->
                item.isMissingNode()
                        ? "step " + (number(parts[1]) + 1)
                        : "%s (step %s)%s"
                                .formatted(
                                        item.path("action").asString(),
                                        item.path("id").asString(),
                                        rest.isEmpty() ? "" : ": " + rest.replaceFirst("^params ", ""));
            case "assumptions" -> named("assumption", item.path("path").asString("another"), rest);
            case "variants" -> named("variant", item.path("name").asString("another"), rest);
            default -> String.join(" ", parts);
        };
    }

    private static String named(String what, String name, String rest) {
        return "%s %s%s".formatted(what, name, rest.isEmpty() ? "" : ": " + rest);
    }

    private static int number(String part) {
        return part.matches("\\d{1,6}") ? Integer.parseInt(part) : -1;
    }

    private static String brief(JsonNode value) {
        var text = value.isString() ? "\"" + value.asString() + "\"" : value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }
}
