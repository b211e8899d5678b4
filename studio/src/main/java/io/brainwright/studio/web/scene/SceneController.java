package io.brainwright.studio.web.scene;

import io.brainwright.agents.showing.SceneDesk;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.SceneScores;
import io.brainwright.render.model.scenefile.SceneReader;
import io.brainwright.studio.web.NothingYet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Scene files. */
@RestController
final class SceneController {
    private final SceneFiles files;
    private final Stills stills;
    private final SceneDesk desk;
    private final Datasets datasets;

    SceneController(SceneFiles files, Stills stills, SceneDesk desk, Datasets datasets) {
        this.datasets = datasets;
        this.desk = desk;
        this.files = files;
        this.stills = stills;
    }

    /** A scene of the last circuit, to begin with. */
    @GetMapping("/api/scene-example")
    ResponseEntity<JsonNode> example() {
        return NothingYet.or(stills::example);
    }

    /** The scene of the workspace as words and tools have made it; an empty answer where nothing was built. */
    @GetMapping("/api/scene-current")
    ResponseEntity<JsonNode> current() {
        return desk.current()
                .map(scene -> ResponseEntity.<JsonNode>ok(scene))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /** Words on a scene of the page's own. */
    record Wish(JsonNode scene, String words) {}

    /** Edits the scene that is sent, and shows what came of it. */
    @PostMapping("/api/scene-edit")
    SceneShown edit(@RequestBody Wish wish) {
        if (!(wish.scene() instanceof ObjectNode scene)
                || wish.words() == null
                || wish.words().isBlank()) {
            throw Problem.invalid(
                    "There is nothing to edit.",
                    List.of(new FieldFault(
                            "scene", "is a scene (JSON object), and words say what is to be different.")));
        }
        SceneReader.read(scene);
        return SceneShown.of(desk.edit(scene, wish.words()));
    }

    /**
     * A moment of a scene.
     *
     * @param share of its movie; null: when most cells fire
     */
    record Moment(JsonNode scene, @Nullable Double share) {}

    /** A thumbnail of a scene, base 64, and what is visible on it. */
    @PostMapping("/api/scene-look")
    Map<String, Object> look(@RequestBody Moment moment) {
        SceneReader.read(moment.scene());
        var share = moment.share();
        var look = desk.look((ObjectNode) moment.scene(), share == null ? null : Math.clamp(share, 0.0, 1.0));
        return Map.of("png", SceneShown.png(look), "seen", SceneShown.table(look));
    }

    /** The resolved sound of a scene: events and voices, for the browser to play as the movie does. */
    @PostMapping(value = "/api/scene-sound", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] sound(@RequestBody JsonNode scene) {
        return SceneScores.json(scene.toString(), datasets);
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
