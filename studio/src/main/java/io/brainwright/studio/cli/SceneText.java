package io.brainwright.studio.cli;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts datasets in the place of {@code study:FOLDER}: the source of the same kind in that study's own scene. */
final class SceneText {
    private SceneText() {}

    static String resolved(String scene, Path workspace) {
        var tree = JsonMapper.shared().readTree(scene);
        if (!(tree.path("sources") instanceof ObjectNode sources)) {
            return scene;
        }
        for (var name : List.copyOf(sources.propertyNames())) {
            var uri = sources.path(name).path("uri").asString("");
            if (uri.startsWith("study:")) {
                sources.set(name, replaced(name, sources.path(name), uri.substring("study:".length()), workspace));
            }
        }
        return tree.toString();
    }

    private static JsonNode replaced(String name, JsonNode source, String study, Path workspace) {
        var file = workspace.resolve("studies").resolve(study).resolve("scene.json");
        try {
            var kind = source.path("kind").asString("");
            for (var other :
                    JsonMapper.shared().readTree(Files.readString(file)).path("sources")) {
                if (other.path("kind").asString("").equals(kind)) {
                    var found = (ObjectNode) other.deepCopy();
                    if (source.has("select")) {
                        found.set("select", source.path("select"));
                    }
                    return found;
                }
            }
            throw fault(name, "'%s' has no source of kind %s.".formatted(file, kind));
        } catch (IOException missing) {
            throw fault(name, "there is no study '%s' with a scene.json in %s.".formatted(study, workspace));
        }
    }

    private static Problem fault(String name, String what) {
        return Problem.invalid(
                "A source of this scene is missing.", List.of(new FieldFault("/sources/%s/uri".formatted(name), what)));
    }
}
