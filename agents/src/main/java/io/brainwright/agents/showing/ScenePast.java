package io.brainwright.agents.showing;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The scene of a workspace and those before it: {@code scenes/current.json} and {@code scenes/current.past}. */
final class ScenePast {
    /** chosen: a long afternoon of edits. */
    private static final int MOST = 50;

    private final Path folder;

    ScenePast(Path folder) {
        this.folder = folder;
    }

    Optional<ObjectNode> scene() {
        var file = folder.resolve("current.json");
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    void write(ObjectNode scene) {
        write("current.json", scene);
    }

    /** Remembers a scene that is about to be changed. */
    void push(ObjectNode before) {
        var state = state();
        var past = state.withArray("/past");
        past.add(before);
        if (past.size() > MOST) {
            past.remove(0);
        }
        write("current.past", state);
    }

    /** The scene before the last edit, which is forgotten. */
    Optional<ObjectNode> pop() {
        var state = state();
        var past = state.withArray("/past");
        if (past.isEmpty()) {
            return Optional.empty();
        }
        var last = (ObjectNode) past.remove(past.size() - 1);
        write("current.past", state);
        return Optional.of(last);
    }

    boolean any() {
        return !state().path("past").isEmpty();
    }

    /** Remembers which data the edited scene began with. */
    void base(ObjectNode first) {
        var state = state();
        state.set("base", first.path("sources").deepCopy());
        write("current.past", state);
    }

    /** Whether the edited scene began with the same data. */
    boolean based(JsonNode first) {
        return state().path("base").equals(first.path("sources"));
    }

    /** Keeps the last look at the scene; gives where. */
    Path picture(byte[] png) {
        try {
            Files.createDirectories(folder);
            return Files.write(folder.resolve("look.png"), png);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private ObjectNode state() {
        var file = folder.resolve("current.past");
        return Files.exists(file) ? read(file) : JsonMapper.shared().createObjectNode();
    }

    private static ObjectNode read(Path file) {
        try {
            return (ObjectNode) JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (JacksonException | ClassCastException broken) {
            throw new Problem(
                    Kind.INVALID,
                    "SCENE_UNREADABLE",
                    "%s is no JSON object.".formatted(file),
                    "Mend it, or delete it: the scene then begins anew with the last run.",
                    Map.of("file", file.toString()));
        }
    }

    private void write(String name, ObjectNode tree) {
        try {
            Files.createDirectories(folder);
            var beside = Files.createTempFile(folder, ".scene", ".tmp");
            Files.writeString(beside, tree.toPrettyString() + "\n");
            Files.move(beside, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
