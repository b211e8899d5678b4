package io.brainwright.agents.plan;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Edits of a plan as JSON Patch: add, remove, replace, move, copy, test.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6902">RFC 6902, JavaScript Object Notation Patch</a>
 */
public final class PlanPatch {
    private static final int MOST_COPIED = 2_000; // chosen: a long plan has some 500 parts
    private static final int MOST_OPERATIONS = 500;

    private PlanPatch() {}

    /**
     * The next version of a plan; the plan given stays as it is, and its estimate, which no longer holds, is left away.
     *
     * @param operations a JSON Patch; all of its operations apply or none
     * @throws Problem INVALID where an operation cannot be applied
     */
    public static Plan apply(Plan plan, ArrayNode operations) {
        if (operations.size() > MOST_OPERATIONS) {
            throw refused("", "it has %d operations, more than %d".formatted(operations.size(), MOST_OPERATIONS));
        }
        var tree = PlanJson.tree(plan);
        operations.forEach(operation -> apply(tree, operation));
        tree.put("version", plan.version() + 1);
        tree.remove("estimate");
        return PlanJson.read(tree);
    }

    /** Carries one operation out on a tree, which is changed. */
    public static void change(ObjectNode tree, JsonNode operation) {
        apply(tree, operation);
    }

    private static void apply(ObjectNode tree, JsonNode operation) {
        var path = operation.path("path").asString("");
        switch (operation.path("op").asString("")) {
            case "add" -> add(tree, path, operation.path("value"));
            case "remove" -> remove(tree, path);
            case "replace" -> {
                remove(tree, path);
                add(tree, path, operation.path("value"));
            }
            case "move" -> add(tree, path, remove(tree, operation.path("from").asString("")));
            case "copy" ->
                add(
                        tree,
                        path,
                        small(path, get(tree, operation.path("from").asString("")))
                                .deepCopy());
            case "test" -> {
                if (!get(tree, path).equals(operation.path("value"))) {
                    throw refused(path, "holds %s, not %s".formatted(get(tree, path), operation.path("value")));
                }
            }
            default -> throw refused(path, "'%s' is no operation of JSON Patch".formatted(operation.path("op")));
        }
    }

    private static JsonNode get(JsonNode tree, String path) {
        if (!path.isEmpty() && !path.startsWith("/")) {
            throw refused(path, "a path begins with '/'");
        }
        var found = tree.at(path);
        if (found.isMissingNode()) {
            throw refused(path, "there is no such place");
        }
        return found;
    }

    private static void add(JsonNode tree, String path, JsonNode value) {
        var parent = parent(tree, path);
        var name = name(path);
        if (value.isMissingNode()) {
            throw refused(path, "the operation has no value");
        } else if (parent instanceof ObjectNode object) {
            object.set(name, value);
        } else if (parent instanceof ArrayNode array) {
            array.insert(name.equals("-") ? array.size() : index(path, name, array.size()), value);
        } else {
            throw refused(path, "its parent is neither an object nor a list");
        }
    }

    /** Copies of copies double with each operation, so what is copied stays small. */
    private static JsonNode small(String path, JsonNode node) {
        if (places(node) > MOST_COPIED) {
            throw refused(path, "what is copied has more than %d parts".formatted(MOST_COPIED));
        }
        return node;
    }

    private static int places(JsonNode node) {
        int places = 1;
        for (var child : node) {
            places += places(child);
            if (places > MOST_COPIED) {
                break;
            }
        }
        return places;
    }

    private static JsonNode remove(JsonNode tree, String path) {
        var old = get(tree, path);
        var parent = parent(tree, path);
        if (parent instanceof ObjectNode object) {
            object.remove(name(path));
        } else if (parent instanceof ArrayNode array) {
            array.remove(index(path, name(path), array.size() - 1));
        }
        return old;
    }

    private static JsonNode parent(JsonNode tree, String path) {
        int slash = path.lastIndexOf('/');
        if (slash < 0) {
            throw refused(path, "a path begins with '/'");
        }
        return slash == 0 ? tree : get(tree, path.substring(0, slash));
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
    }

    private static int index(String path, String name, int last) {
        if (!name.matches("0|[1-9]\\d{0,8}") || Integer.parseInt(name) > last) {
            throw refused(path, "'%s' is no place in a list of %d".formatted(name, last));
        }
        return Integer.parseInt(name);
    }

    private static Problem refused(String path, String why) {
        return new Problem(
                Kind.INVALID,
                "PATCH_REFUSED",
                "The edit of '%s' cannot be made: %s.".formatted(path, why),
                "Paths are JSON pointers (RFC 6901), e.g. /steps/1/params/count in a plan or /layers/0/color in a scene.",
                Map.of("path", path));
    }
}
