package io.brainwright.library.model.candidates;

import io.brainwright.neuro.problem.BrokenText;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.RecipeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The file {@code recipe/<recipe>.yaml} of a workspace, in the format of {@link RecipeFile}. */
final class WorkspaceRecipe {
    private static final YAMLMapper MAPPER = new YAMLMapper();

    private static final int LONGEST_QUOTE = 200;

    private final String name;
    private final Path file;

    WorkspaceRecipe(Path workspace, String name) {
        this.name = name;
        this.file = workspace.resolve("recipe").resolve(name + ".yaml");
    }

    /**
     * What is written.
     *
     * @param candidate where it comes from
     * @param value in the unit
     * @param unit as the recipe writes it
     * @param factor from the candidate's unit to this one
     * @param generalised tags
     * @param at when the scientist promoted it
     */
    record Entry(Candidate candidate, double value, String unit, double factor, List<String> generalised, Instant at) {}

    Path file() {
        return file;
    }

    void put(String path, Entry entry) {
        var root = tree();
        var source = "D" + entry.candidate().document().substring(0, 8);
        object(root, "sources").put(source, entry.candidate().citation());
        var at = root;
        for (var key : path.split("\\.")) {
            at = object(at, key);
        }
        at.removeAll();
        fill(at, source, entry);
        write(root);
    }

    private static void fill(ObjectNode at, String source, Entry entry) {
        var value = entry.candidate().value();
        at.put("value", entry.value());
        at.put("unit", entry.unit());
        var spread = value.spread();
        if (spread != null) {
            var kind = spread.kind().word();
            if (spread.amount() != null) {
                at.put(kind, spread.amount() * entry.factor());
            } else if (spread.low() != null && spread.high() != null) {
                at.putArray(kind).add(spread.low() * entry.factor()).add(spread.high() * entry.factor());
            }
        }
        if (value.sample().n() != null) {
            at.put("n", value.sample().n());
        }
        var citing = value.citedFrom().isEmpty() ? "" : "citing " + value.citedFrom() + "; ";
        var by = System.getProperty("user.name", "");
        at.put(
                "source",
                "%s (%s\"%s\"; promoted %s by %s)"
                        .formatted(source, citing, brief(value.quote()), entry.at(), by.isBlank() ? "?" : by));
        at.put("description", value.parameter().replace('_', ' ') + ", extracted from a document of the library");
        at.put("quote", value.quote());
        at.put("candidate", entry.candidate().id());
        at.put("status", "promoted by the scientist");
        var tags = at.putArray("generalised");
        entry.generalised().forEach(tags::add);
    }

    private static String brief(String quote) {
        var line = quote.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
    }

    /**
     * Takes a value out; mappings that become empty go as well.
     *
     * @return id of the candidate that it came from, empty where it was written by hand
     */
    String take(String path) {
        var root = tree();
        var keys = path.split("\\.");
        var above = new ArrayList<ObjectNode>();
        JsonNode at = root;
        for (var key : keys) {
            if (!(at instanceof ObjectNode object) || !object.has(key)) {
                throw new Problem(
                        Kind.NOT_FOUND,
                        "NOT_PROMOTED",
                        "'%s' has no value of yours at '%s'.".formatted(file, path),
                        "'brainwright recipe show %s' marks those that are yours.".formatted(name),
                        Map.of("file", file.toString(), "path", path));
            }
            above.add(object);
            at = object.get(key);
        }
        if (!at.has("value")) {
            throw new Problem(
                    Kind.INVALID,
                    "NOT_A_VALUE",
                    "'%s' of '%s' is no value.".formatted(path, file),
                    "Give the whole path, as 'brainwright recipe show %s' lists it.".formatted(name),
                    Map.of("file", file.toString(), "path", path));
        }
        for (int i = keys.length - 1;
                i >= 0 && (i == keys.length - 1 || above.get(i + 1).isEmpty());
                i--) {
            above.get(i).remove(keys[i]);
        }
        write(root);
        return at.path("candidate").asString("");
    }

    private ObjectNode object(ObjectNode parent, String key) {
        var child = parent.get(key);
        if (child == null) {
            return parent.putObject(key);
        }
        if (child instanceof ObjectNode object) {
            return object;
        }
        throw new Problem(
                Kind.INVALID,
                "RECIPE_PATH_TAKEN",
                "In '%s', '%s' is no mapping.".formatted(file, key),
                "Choose a path of the recipe, or mend the file.",
                Map.of("file", file.toString(), "key", key));
    }

    private ObjectNode tree() {
        if (!Files.isRegularFile(file)) {
            var root = MAPPER.createObjectNode();
            root.put("schema", "brainwright-recipe/1");
            root.put("name", name);
            return root;
        }
        try (var in = Files.newInputStream(file)) {
            var tree = MAPPER.readTree(in);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw broken("it holds no mapping");
        } catch (JacksonException broken) {
            throw broken("line %d: %s".formatted(BrokenText.line(broken), broken.getOriginalMessage()));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
    }

    private Problem broken(String what) {
        return new Problem(
                Kind.INVALID,
                "RECIPE_UNREADABLE",
                "'%s' cannot be read: %s.".formatted(file, what),
                "Mend the YAML; nothing was changed.",
                Map.of("file", file.toString()));
    }

    private void write(ObjectNode root) {
        try {
            Files.createDirectories(file.getParent());
            var part = file.resolveSibling(name + ".yaml.part");
            Files.writeString(part, MAPPER.writeValueAsString(root));
            try (var in = Files.newInputStream(part)) {
                RecipeFile.read(name, in); // what is written can be read
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }
}
