package io.brainwright.agents.planner;

import io.brainwright.agents.plan.Assumption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Default choices that are no numbers ({@code planner-choices.yaml}). */
final class Choices {
    private static final JsonNode CHOICES = read();

    private Choices() {}

    private static JsonNode read() {
        try (var in = Choices.class.getResourceAsStream("planner-choices.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The choice of a name, as the assumption of a plan at a path. */
    static Assumption assume(String name, String path) {
        var choice = CHOICES.path(name);
        assert choice.isObject() : "no choice is called " + name;
        return new Assumption(
                path, choice.path("value"), "1", "chosen: " + choice.path("why").asString(), List.of());
    }
}
