package io.brainwright.studio.web.scene;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Scene files. */
@RestController
final class SceneController {
    private final SceneFiles files;

    SceneController(SceneFiles files) {
        this.files = files;
    }

    @GetMapping("/api/scenes")
    List<String> names() {
        return files.names();
    }

    @GetMapping("/api/scenes/{name}")
    JsonNode read(@PathVariable String name) {
        return files.read(name);
    }

    @PutMapping("/api/scenes/{name}")
    JsonNode write(@PathVariable String name, @RequestBody JsonNode scene) {
        files.write(name, scene);
        return scene;
    }
}
