package io.brainwright.agents.frames;

import tools.jackson.databind.JsonNode;

/** Finds swept parameters. */
public final class Sweeps {
    private Sweeps() {}

    /** The name of the first swept parameter, empty where none is. */
    public static String first(JsonNode params) {
        for (var e : params.properties()) {
            if (e.getValue().has("sweep")) {
                return e.getKey();
            }
            var below = first(e.getValue());
            if (!below.isEmpty()) {
                return below;
            }
        }
        if (params.isArray()) {
            for (var item : params) {
                var below = first(item);
                if (!below.isEmpty()) {
                    return below;
                }
            }
        }
        return "";
    }
}
