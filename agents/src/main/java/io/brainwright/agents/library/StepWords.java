package io.brainwright.agents.library;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Parameters of a step as words. */
final class StepWords {
    private StepWords() {}

    /** A text or a list of texts, as a list; none where the parameter is absent. */
    static List<String> list(JsonNode params, String name) {
        var found = params.path(name);
        if (found.isMissingNode() || found.isNull()) {
            return List.of();
        }
        return found.isArray() ? found.valueStream().map(JsonNode::asString).toList() : List.of(found.asString());
    }

    static String text(JsonNode params, String name) {
        return params.path(name).asString("");
    }
}
