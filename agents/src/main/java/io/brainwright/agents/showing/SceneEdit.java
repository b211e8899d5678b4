package io.brainwright.agents.showing;

import io.brainwright.agents.plan.PlanPatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An edit of a scene.
 *
 * @param words what was wished; "undo" where an edit was taken back
 * @param scene as it stands now
 * @param patch the edit as JSON Patch (RFC 6902) on the scene before
 * @param diff the edit as lines: "- /path: old", "+ /path: new"
 * @param look how it looks; null where it cannot be drawn now, then {@code note} says why
 * @param note what is to be known of it; may be empty
 */
public record SceneEdit(
        String words,
        ObjectNode scene,
        ArrayNode patch,
        List<String> diff,
        @Nullable SceneLook look,
        String note) {
    private static final int LONGEST = 160;

    public SceneEdit {
        diff = List.copyOf(diff);
    }

    /** All that is told on a terminal. */
    public String text() {
        var lines = new ArrayList<String>();
        lines.add(words.equals("undo") ? "The last edit of the scene is taken back:" : "The scene is changed:");
        diff.forEach(l -> lines.add("  " + l));
        if (look != null) {
            lines.add("What is to be seen:");
            look.lines().forEach(l -> lines.add("  " + l));
        }
        if (!note.isEmpty()) {
            lines.add(note);
        }
        return String.join("\n", lines);
    }

    /** What a patch does to a scene, in lines. */
    static List<String> diff(ObjectNode before, ArrayNode patch) {
        var lines = new ArrayList<String>();
        var scene = before.deepCopy();
        for (var op : patch) {
            var path = op.path("path").asString("");
            var old = path.endsWith("/-") || !path.startsWith("/")
                    ? null
                    : scene.at(path).deepCopy();
            if (old != null && !old.isMissingNode() && !old.equals(op.path("value"))) {
                lines.add("- %s: %s".formatted(path, brief(old)));
            }
            if (!op.path("op").asString().equals("remove")) {
                lines.add("+ %s: %s".formatted(path, brief(op.path("value"))));
            }
            PlanPatch.change(scene, op);
        }
        return lines;
    }

    private static String brief(JsonNode value) {
        var text = value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
