package io.brainwright.agents.chat;

import io.brainwright.agents.showing.SceneDesk;
import io.brainwright.agents.showing.SceneEdit;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a chat model can do with the scene: change it, which the scientist can take back, and look at it. Nothing that is computed changes. */
public final class SceneTools {
    /** Changes the scene. */
    public static final String EDIT = "edit_scene";

    /** Looks at the scene. */
    public static final String LOOK = "look_at_scene";

    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false, "properties": {
              "words": {"type": "string", "description": "the scientist's own words about the picture, e.g. 'colour by layer, hide axons, orbit once'"},
              "patch": {"type": "array", "description": "or a JSON Patch (RFC 6902) on the scene", "items": {"type": "object",
                "required": ["op", "path"], "properties": {"op": {"enum": ["add", "remove", "replace"]}, "path": {"type": "string"}, "value": {}}}}}}
            """;

    private final SceneDesk desk;

    public SceneTools(SceneDesk desk) {
        this.desk = desk;
    }

    /** Both. */
    public List<OwnTool> all() {
        return List.of(
                OwnTool.withSchema(
                        EDIT,
                        "Changes the scene of pictures and movies (colours, parts, camera, time, overlays) and tells what is then to be seen. "
                                + "The scientist sees the change and can take it back. Give either words or patch.",
                        SCHEMA,
                        false,
                        this::edit),
                OwnTool.of(
                        LOOK,
                        "Shows the scene as JSON, and a table of what is visible on its picture: pixels by layer and cell, luminance.",
                        false,
                        (arguments, _) -> look(arguments),
                        "share?",
                        "moment as a share of the movie, 0 to 1; without it: when most cells fire"));
    }

    private Object edit(JsonNode arguments, Turn turn) {
        SceneEdit edit;
        if (arguments.path("patch") instanceof ArrayNode patch) {
            if (turn.hasReadQuotes()) {
                throw new IllegalArgumentException(
                        "Text of others was read in this turn: change the scene by the scientist's own words only.");
            }
            edit = desk.patch(patch);
        } else {
            edit = desk.edit(
                    turn.hasReadQuotes() ? turn.own() : arguments.path("words").asString(turn.own()));
        }
        turn.show(edit);
        var look = edit.look();
        return Map.of("changed", edit.diff(), "seen", look == null ? Map.of() : look.table());
    }

    private Object look(JsonNode arguments) {
        ObjectNode scene = desk.current()
                .orElseThrow(() -> new IllegalArgumentException("Nothing was built yet; there is no scene."));
        var said = arguments.path("share");
        Double share = said.isNumber() ? Math.clamp(said.asDouble(), 0.0, 1.0) : null;
        return Map.of("scene", scene, "seen", desk.look(scene, share).table());
    }
}
