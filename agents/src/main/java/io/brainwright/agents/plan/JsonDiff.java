package io.brainwright.agents.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The JSON Patch that turns one document into another.
 *
 * <p>Objects are compared by field. Lists whose items have an {@code id}, {@code name} or {@code path} of their own are compared
 * item by item in their order after what is missing was removed; other lists place by place. The patch is right, not shortest.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6902">RFC 6902, JavaScript Object Notation Patch</a>
 */
public final class JsonDiff {
    private static final String[] KEYS = {"id", "name", "path"};

    private final ArrayNode patch = JsonNodeFactory.instance.arrayNode();

    private JsonDiff() {}

    /** Operations that, applied to {@code before}, give {@code after}. */
    public static ArrayNode between(JsonNode before, JsonNode after) {
        var diff = new JsonDiff();
        diff.compare("", before, after);
        return diff.patch;
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (same(before, after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            fields(path, before, after);
        } else if (before.isArray() && after.isArray()) {
            items(path, before, after);
        } else {
            operation("replace", path, after);
        }
    }

    private void fields(String path, JsonNode before, JsonNode after) {
        for (var name : before.propertyNames()) {
            if (!after.has(name)) {
                operation("remove", path + "/" + escaped(name), null);
            }
        }
        for (var field : after.properties()) {
            var at = path + "/" + escaped(field.getKey());
            if (before.has(field.getKey())) {
                compare(at, before.get(field.getKey()), field.getValue());
            } else {
                operation("add", at, field.getValue());
            }
        }
    }

    private void items(String path, JsonNode before, JsonNode after) {
        var key = key(before, after);
        var left = new ArrayList<JsonNode>();
        before.forEach(left::add);
        if (key != null) {
            for (int i = left.size() - 1; i >= 0; i--) {
                if (find(after, key, left.get(i)) < 0) {
                    operation("remove", path + "/" + i, null);
                    left.remove(i);
                }
            }
        }
        for (int i = 0; i < after.size(); i++) {
            var wanted = after.get(i);
            if (i >= left.size()) {
                operation("add", path + "/" + i, wanted);
                left.add(wanted);
            } else if (key != null && !left.get(i).get(key).equals(wanted.get(key)) && !later(left, i, key, wanted)) {
                operation("add", path + "/" + i, wanted);
                left.add(i, wanted);
            } else {
                compare(path + "/" + i, left.get(i), wanted);
            }
        }
        for (int i = left.size() - 1; i >= after.size(); i--) {
            operation("remove", path + "/" + i, null);
        }
    }

    private static boolean later(List<JsonNode> left, int from, String key, JsonNode wanted) {
        return left.subList(from, left.size()).stream()
                .anyMatch(item -> item.get(key).equals(wanted.get(key)));
    }

    private static int find(JsonNode list, String key, JsonNode item) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).get(key).equals(item.get(key))) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable String key(JsonNode before, JsonNode after) {
        for (var key : KEYS) {
            if (named(before, key) && named(after, key)) {
                return key;
            }
        }
        return null;
    }

    private static boolean named(JsonNode list, String key) {
        for (var item : list) {
            if (!item.path(key).isString()) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(JsonNode a, JsonNode b) {
        return (a.isNumber() && b.isNumber()) ? a.asDouble() == b.asDouble() : a.equals(b);
    }

    private void operation(String op, String path, @Nullable JsonNode value) {
        var operation = patch.addObject().put("op", op).put("path", path);
        if (value != null) {
            operation.set("value", value.deepCopy());
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
