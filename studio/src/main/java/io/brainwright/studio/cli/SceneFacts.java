package io.brainwright.studio.cli;

import io.brainwright.agents.showing.SceneEdit;
import java.util.LinkedHashMap;
import java.util.Map;

/** An edit of a scene for {@code --json}: the patch, the scene, what is to be seen. */
final class SceneFacts {
    private SceneFacts() {}

    static Map<String, Object> of(SceneEdit edit) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("patch", edit.patch());
        facts.put("diff", edit.diff());
        facts.put("scene", edit.scene());
        var look = edit.look();
        if (look != null) {
            facts.put("seen", look.table());
        }
        facts.put("note", edit.note());
        return facts;
    }
}
