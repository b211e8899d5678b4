package io.brainwright.agents.planner;

import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Orders of magnitude of whole brains ({@code sizes.yaml}). */
final class Sizes {
    private static final JsonNode SIZES = read();

    private Sizes() {}

    private static JsonNode read() {
        try (var in = Sizes.class.getResourceAsStream("sizes.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static JsonNode of(String name) {
        return SIZES.path(name);
    }
}
