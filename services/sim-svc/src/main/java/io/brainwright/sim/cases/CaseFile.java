package io.brainwright.sim.cases;

import io.brainwright.neuro.problem.BrokenText;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A case file and its variants.
 *
 * @param path where it lies; its tables are relative to it
 * @param root the JSON
 */
record CaseFile(Path path, JsonNode root) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** One run of the case: the JSON with the variant's values put in. */
    record Variant(String name, JsonNode entry, JsonNode root) {}

    static CaseFile read(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "NO_SUCH_CASE",
                    "There is no case file %s.".formatted(path),
                    "Name a case.json of the format brainwright-experiment/1.",
                    Map.of("path", path.toString()));
        }
        try {
            var root = JSON.readTree(path.toFile());
            if (!root.path("format").asString("").equals("brainwright-experiment/1")) {
                throw wrong(
                        path,
                        "its 'format' is '%s'".formatted(root.path("format").asString("")),
                        null);
            }
            return new CaseFile(path, root);
        } catch (JacksonException e) {
            throw wrong(path, BrokenText.met(e), e);
        }
    }

    private static Problem wrong(Path path, String what, @org.jspecify.annotations.Nullable Throwable cause) {
        return new Problem(
                Kind.INVALID,
                "CASE_UNREADABLE",
                "%s is no case file: %s.".formatted(path, what),
                "It must be JSON of the format brainwright-experiment/1.",
                Map.of("path", path.toString()),
                List.of(),
                cause);
    }

    /** What the case's own text is to blame for. */
    Problem wrong(String what) {
        return wrong(path, what, null);
    }

    /**
     * Takes something from the case; whatever the taking meets on its way is a fault of the file.
     *
     * @throws Problem INVALID with what was met
     */
    <T> T taken(Supplier<T> taking) {
        try {
            return taking.get();
        } catch (Problem | CaseNetwork.NotSupported told) {
            throw told;
        } catch (JsonNodeException broken) {
            var value = broken.getOriginalMessage().replaceAll("(?s).*? value (\".*\") to .*", "$1");
            throw wrong(path, "it has %s where something else belongs".formatted(value), broken);
        } catch (RuntimeException | AssertionError | StackOverflowError broken) {
            throw wrong(path, "reading it met " + broken, broken);
        }
    }

    String name() {
        return root.path("name").asString(path.getFileName().toString());
    }

    Path sibling(String file) {
        return path.resolveSibling(file);
    }

    List<Variant> variants() {
        var found = new ArrayList<Variant>();
        for (var entry : root.path("variants")) {
            var copy = root.deepCopy();
            for (var set : entry.path("set").properties()) {
                put(copy, set.getKey(), set.getValue());
            }
            found.add(new Variant(entry.path("name").asString(), entry, copy));
        }
        return found.isEmpty() ? List.of(new Variant("base", root.path("absent"), root)) : found;
    }

    /** Puts a value at a JSON Pointer (RFC 6901). */
    private void put(JsonNode copy, String pointer, JsonNode value) {
        int cut = pointer.lastIndexOf('/');
        var parent = copy.at(pointer.substring(0, cut));
        var last = pointer.substring(cut + 1);
        switch (parent) {
            case ObjectNode object -> object.set(last, value);
            case ArrayNode array -> array.set(Integer.parseInt(last), value);
            default -> throw wrong(path, "a variant sets '%s', which is not there".formatted(pointer), null);
        }
    }
}
