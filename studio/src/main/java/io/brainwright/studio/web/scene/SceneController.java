package io.brainwright.studio.web.scene;

import io.brainwright.render.model.scenefile.SceneReader;
import io.brainwright.studio.web.NothingYet;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Scene files. */
@RestController
final class SceneController {
    private final SceneFiles files;
    private final Stills stills;

    SceneController(SceneFiles files, Stills stills) {
        this.files = files;
        this.stills = stills;
    }

    /** A scene of the last circuit, to begin with. */
    @GetMapping("/api/scene-example")
    ResponseEntity<JsonNode> example() {
        return NothingYet.or(stills::example);
    }

    /** Checks a scene; its faults are told with JSON pointers. */
    @PostMapping("/api/scene-check")
    Map<String, Boolean> check(@RequestBody JsonNode scene) {
        SceneReader.read(scene);
        return Map.of("valid", true);
    }

    /** A picture of the last circuit, drawn by the renderer. */
    @PostMapping(value = "/api/still", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] still(@RequestBody Stills.Wish wish) {
        return stills.draw(wish);
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
