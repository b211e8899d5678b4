package io.brainwright.agents.notebook.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The description of a crate, checked for the shape that RO-Crate and Workflow Run Crate ask for. */
final class Crate {
    private final Map<String, JsonNode> byId = new HashMap<>();
    private final JsonNode tree;

    Crate(JsonNode tree) {
        this.tree = tree;
        for (var entity : tree.path("@graph")) {
            var before = byId.put(entity.path("@id").asString(), entity);
            assertThat(before).as("%s stands once", entity.path("@id")).isNull();
        }
    }

    JsonNode at(String id) {
        assertThat(byId).containsKey(id);
        return java.util.Objects.requireNonNull(byId.get(id));
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }

    void isSound() {
        assertThat(tree.path("@context").get(0).asString()).isEqualTo("https://w3id.org/ro/crate/1.3/context");
        var descriptor = at("ro-crate-metadata.json");
        assertThat(descriptor.path("about").path("@id").asString()).isEqualTo("./");
        assertThat(descriptor.path("conformsTo").path("@id").asString()).isEqualTo("https://w3id.org/ro/crate/1.3");
        var root = at("./");
        for (var property : new String[] {"name", "description", "datePublished", "license", "mainEntity"}) {
            assertThat(root.has(property)).as("the root has a %s", property).isTrue();
        }
        byId.values().forEach(this::refersWithin);
        byId.values().stream()
                .filter(e -> e.path("@type").toString().contains("CreateAction"))
                .forEach(action -> {
                    for (var property :
                            new String[] {"instrument", "object", "result", "agent", "startTime", "endTime"}) {
                        assertThat(action.has(property))
                                .as("an action has a %s", property)
                                .isTrue();
                    }
                });
    }

    /** Every reference leads to an entity of the crate or to the web. */
    private void refersWithin(JsonNode entity) {
        assertThat(entity.path("@type").isMissingNode())
                .as("%s has a type", entity.path("@id"))
                .isFalse();
        for (var property : entity.properties()) {
            check(property.getValue());
        }
    }

    private void check(JsonNode value) {
        if (value.isArray()) {
            value.forEach(this::check);
        } else if (value.isObject()) {
            assertThat(value.propertyNames()).as("JSON-LD is flat").containsExactly("@id");
            var id = value.path("@id").asString();
            assertThat(byId.containsKey(id) || id.startsWith("https://")).as(id).isTrue();
        }
    }
}
