package io.brainwright.neuro.recipe;

import io.brainwright.neuro.problem.BrokenText;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A recipe as a tree of YAML, in which every measured or chosen number says where it comes from.
 *
 * <p>A mapping with the keys {@code value} and {@code source} is a value; beside them stand {@code unit} (default "1"),
 * {@code description}, {@code sd}, {@code generalised} and {@code alternatives} (lists of text). Where {@code value} is itself
 * a mapping or a list of numbers, each of its numbers is a value with the same source. A source is a key of the top-level
 * mapping {@code sources}, optionally followed by a remark in parentheses, or text that begins with {@code chosen:}.
 */
public final class RecipeFile {
    private static final Map<String, RecipeFile> SHIPPED = new ConcurrentHashMap<>();

    private final String name;
    private final JsonNode root;
    private final Map<String, RecipeValue> values = new LinkedHashMap<>();

    private RecipeFile(String name, JsonNode root) {
        this.name = name;
        this.root = root;
        collect("", root);
    }

    /**
     * Opens a recipe that ships with Brainwright; read once, then kept.
     *
     * @param name its name, e.g. {@code rat-nbs1}
     * @throws Problem NOT_FOUND where there is none of that name
     */
    public static RecipeFile open(String name) {
        return SHIPPED.computeIfAbsent(name, RecipeFile::shipped);
    }

    private static RecipeFile shipped(String name) {
        try (var in = RecipeFile.class.getResourceAsStream(name + ".yaml")) {
            if (in == null) {
                throw new Problem(
                        Kind.NOT_FOUND,
                        "RECIPE_NOT_FOUND",
                        "There is no recipe '%s'.".formatted(name),
                        "Brainwright ships 'rat-nbs1'.",
                        Map.of("recipe", name));
            }
            return read(name, in);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /** Reads a recipe; broken YAML is reported with its line. */
    public static RecipeFile read(String name, InputStream yaml) {
        try {
            return new RecipeFile(name, new YAMLMapper().readTree(yaml));
        } catch (JacksonException broken) {
            throw new Problem(
                    Kind.INVALID,
                    "RECIPE_UNREADABLE",
                    "Recipe '%s' cannot be read: %s".formatted(name, broken.getOriginalMessage()),
                    "Mend the YAML at line %d.".formatted(BrokenText.line(broken)),
                    Map.of("recipe", name, "line", String.valueOf(BrokenText.line(broken))));
        }
    }

    /**
     * This recipe with other numbers in some places; units, spreads and sources stay as they are, and this one is not changed.
     *
     * @throws Problem NOT_FOUND where the recipe has no such number
     */
    public RecipeFile with(List<OwnNumber> numbers) {
        if (numbers.isEmpty()) {
            return this;
        }
        var tree = root.deepCopy();
        for (var number : numbers) {
            value(number.path());
            put(tree, number);
        }
        return new RecipeFile(name, tree);
    }

    private static void put(JsonNode tree, OwnNumber number) {
        var at = inner(tree);
        var keys = number.path().split("\\.");
        for (int i = 0; i < keys.length - 1; i++) {
            at = inner(child(at, keys[i]));
        }
        var last = keys[keys.length - 1];
        var child = child(at, last);
        if (child instanceof ObjectNode facts) {
            facts.put("value", number.value());
        } else if (at instanceof ObjectNode object) {
            object.put(last, number.value());
        } else {
            ((ArrayNode) at).set(Integer.parseInt(last), number.value());
        }
    }

    private static JsonNode child(JsonNode at, String key) {
        return at.isArray() ? at.path(Integer.parseInt(key)) : at.path(key);
    }

    /** A value of several numbers holds them under its key {@code value}. */
    private static JsonNode inner(JsonNode node) {
        return node.isObject() && node.has("value") && node.has("source") ? node.path("value") : node;
    }

    public String name() {
        return name;
    }

    /** The whole tree, which many share: for reading only. */
    public JsonNode tree() {
        return root;
    }

    /** Every number that has a source, by path. */
    public List<RecipeValue> values() {
        return List.copyOf(values.values());
    }

    /** The number at a path. */
    public double number(String path) {
        return value(path).value();
    }

    /**
     * The value at a path.
     *
     * @throws Problem NOT_FOUND where the recipe has no such value
     */
    public RecipeValue value(String path) {
        var found = values.get(path);
        if (found == null) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "RECIPE_VALUE_NOT_FOUND",
                    "Recipe '%s' has no value '%s'.".formatted(name, path),
                    "'brainwright recipe show' lists its values.",
                    Map.of("recipe", name, "path", path));
        }
        return found;
    }

    private void collect(String path, JsonNode node) {
        if (node.isObject() && node.has("value") && node.has("source")) {
            add(path, node.get("value"), node);
        } else if (node.isObject()) {
            node.properties().forEach(e -> collect(join(path, e.getKey()), e.getValue()));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(join(path, String.valueOf(i)), node.get(i));
            }
        }
    }

    private void add(String path, JsonNode value, JsonNode facts) {
        if (value.isNumber()) {
            values.put(path, describe(path, value.asDouble(), facts));
        } else if (value.isObject()) {
            value.properties().forEach(e -> add(join(path, e.getKey()), e.getValue(), facts));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                add(join(path, String.valueOf(i)), value.get(i), facts);
            }
        }
    }

    private RecipeValue describe(String path, double value, JsonNode facts) {
        return new RecipeValue(
                path,
                text(facts, "description", path),
                value,
                text(facts, "unit", "1"),
                sd(facts),
                citation(facts.get("source").asString()),
                texts(facts, "generalised"),
                texts(facts, "alternatives"));
    }

    private String citation(String source) {
        if (source.startsWith("chosen:")) {
            return source;
        }
        int end = 0;
        while (end < source.length() && Character.isLetterOrDigit(source.charAt(end))) {
            end++;
        }
        var cited = root.path("sources").path(source.substring(0, end));
        if (!cited.isString()) {
            throw new Problem(
                    Kind.INVALID,
                    "RECIPE_SOURCE_UNKNOWN",
                    "Recipe '%s' cites '%s', which its 'sources' do not explain.".formatted(name, source),
                    "Add it to 'sources', or write 'chosen: ...' with the reason.",
                    Map.of("recipe", name, "source", source));
        }
        return cited.asString() + source.substring(end);
    }

    private static @Nullable Double sd(JsonNode facts) {
        return facts.has("sd") ? facts.get("sd").asDouble() : null;
    }

    private static String text(JsonNode facts, String key, String otherwise) {
        return facts.has(key) ? facts.get(key).asString() : otherwise;
    }

    private static List<String> texts(JsonNode facts, String key) {
        var list = new ArrayList<String>();
        facts.path(key).forEach(item -> list.add(item.asString()));
        return list;
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
