package io.brainwright.agents.dialogue;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The file of a dialogue: written beside and moved into place, so that a crash leaves the old state. */
final class DialogueFile {
    private final Path file;

    DialogueFile(Path file) {
        this.file = file;
    }

    void write(DialogueState state) {
        var tree = JsonMapper.shared().createObjectNode();
        tree.put("schema", "brainwright-dialogue/1")
                .put("language", state.language().code());
        var versions = tree.putArray("versions");
        state.versions().forEach(p -> versions.add(PlanJson.tree(p)));
        var pending = state.pending();
        if (pending != null) {
            tree.set("pending", JsonMapper.shared().valueToTree(pending));
        }
        try {
            var folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            var beside = Files.createTempFile(folder, "current", ".json");
            Files.writeString(beside, tree.toPrettyString() + "\n");
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException broken) {
            throw new UncheckedIOException("The dialogue cannot be kept in " + file, broken);
        }
    }

    /**
     * The state that the file holds; empty where there is none.
     *
     * @throws Problem INVALID where the file is no dialogue
     */
    Optional<DialogueState> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var tree = JsonMapper.shared().readTree(Files.readAllBytes(file));
            var versions = new ArrayList<Plan>();
            tree.path("versions").forEach(v -> versions.add(PlanJson.read(v)));
            var language = Language.ofCode(tree.path("language").asString("en")).orElse(Language.ENGLISH);
            return Optional.of(new DialogueState(language, versions, pending(tree.path("pending"))));
        } catch (JacksonException broken) {
            throw new Problem(
                    Kind.INVALID,
                    "DIALOGUE_UNREADABLE",
                    "%s is no dialogue: %s".formatted(file, broken.getOriginalMessage()),
                    "Move it away; the plans that ran stand in studies/.",
                    Map.of("file", file.toString()),
                    List.of(),
                    broken);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static @org.jspecify.annotations.Nullable Pending pending(JsonNode tree) {
        return tree.isObject() ? JsonMapper.shared().treeToValue(tree, Pending.class) : null;
    }
}
