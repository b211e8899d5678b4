package io.brainwright.agents.scene;

import io.brainwright.agents.scene.SceneWishes.Impossible;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A scene while it is changed, and the operations that change it. An "add" of RFC 6902 replaces what is there. */
final class ScenePatch {
    private final ObjectNode scene;
    private final ArrayNode operations = JsonMapper.shared().createArrayNode();

    ScenePatch(ObjectNode scene) {
        this.scene = scene;
    }

    /** The scene as it stands after the operations so far. */
    ObjectNode scene() {
        return scene;
    }

    ArrayNode operations() {
        return operations;
    }

    /** A copy of an object of the scene, to be changed and set again; a new one where there is none. */
    ObjectNode copy(String path) {
        return scene.at(path).isObject()
                ? (ObjectNode) scene.at(path).deepCopy()
                : JsonMapper.shared().createObjectNode();
    }

    /** Name of the first source of a kind. */
    String source(String kind) {
        for (var entry : scene.path("sources").properties()) {
            if (entry.getValue().path("kind").asString().equals(kind)) {
                return entry.getKey();
            }
        }
        throw new Impossible("cannot be: this scene has no source of kind %s; simulate first, or name one at /sources."
                .formatted(kind));
    }

    /** An id for a layer that no other has. */
    String free(String id) {
        var taken = scene.path("layers")
                .valueStream()
                .map(l -> l.path("id").asString())
                .toList();
        return taken.contains(id) ? id + "-" + (taken.size() + 1) : id;
    }

    /** Does something to each layer of some types, by its path; gives whether there was any. */
    boolean each(List<String> types, Consumer<String> change) {
        boolean any = false;
        for (int i = 0; i < scene.path("layers").size(); i++) {
            if (types.contains(scene.path("layers").get(i).path("type").asString())) {
                change.accept("/layers/" + i);
                any = true;
            }
        }
        return any;
    }

    /** Adds an overlay. */
    void append(ObjectNode overlay) {
        if (!scene.has("overlays")) {
            set("/overlays", JsonMapper.shared().createArrayNode());
        }
        set("/overlays/-", overlay);
    }

    /** Says it and does it. */
    void set(String path, JsonNode value) {
        operations.addObject().put("op", "add").put("path", path).set("value", value.deepCopy());
        var parent = scene.at(path.substring(0, path.lastIndexOf('/')));
        var name = path.substring(path.lastIndexOf('/') + 1);
        if (parent instanceof ArrayNode list) {
            list.add(value.deepCopy());
        } else {
            ((ObjectNode) parent).set(name, Objects.requireNonNull(value.deepCopy()));
        }
    }

    /** Takes what is at a path away. */
    void remove(String path) {
        operations.addObject().put("op", "remove").put("path", path);
        var parent = scene.at(path.substring(0, path.lastIndexOf('/')));
        var name = path.substring(path.lastIndexOf('/') + 1);
        if (parent instanceof ArrayNode list) {
            list.remove(Integer.parseInt(name));
        } else {
            ((ObjectNode) parent).remove(name);
        }
    }

    static JsonNode truth(boolean on) {
        return JsonMapper.shared().getNodeFactory().booleanNode(on);
    }
}
