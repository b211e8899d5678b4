package io.brainwright.studio.web.scene;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scene files of the workspace: {@code scenes/NAME.json}. */
@Component
final class SceneFiles {
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,63}";

    private final Path folder;

    SceneFiles(@Value("${brainwright.workspace}") Path workspace) {
        this.folder = workspace.resolve("scenes");
    }

    List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName()))
                    .filter(n -> n.endsWith(".json"))
                    .map(n -> n.substring(0, n.length() - ".json".length()))
                    .filter(n -> n.matches(NAME))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    JsonNode read(String name) {
        var file = file(name);
        try {
            if (!Files.isRegularFile(file)) {
                throw new Problem(
                        Kind.NOT_FOUND,
                        "SCENE_NOT_FOUND",
                        "There is no scene '%s'.".formatted(name),
                        names().isEmpty() ? "Write one and save it." : "There are: " + String.join(", ", names()) + ".",
                        Map.of("scene", name));
            }
            return JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void write(String name, JsonNode scene) {
        if (!scene.isObject()) {
            throw Problem.invalid("This is no scene.", List.of(new FieldFault("", "A scene is a JSON object.")));
        }
        var file = file(name);
        try {
            Files.createDirectories(folder);
            var beside = Files.createTempFile(folder, ".scene", ".tmp");
            Files.writeString(beside, scene.toPrettyString() + "\n");
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Path file(String name) {
        if (!name.matches(NAME)) {
            throw Problem.invalid(
                    "This is no name for a scene.",
                    List.of(new FieldFault(
                            "name", "'%s': use lower-case letters, digits and hyphens.".formatted(name))));
        }
        return folder.resolve(name + ".json");
    }
}
