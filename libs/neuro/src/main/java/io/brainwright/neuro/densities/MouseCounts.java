package io.brainwright.neuro.densities;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How many cells a large part of the mouse brain holds: only the whole brain and three groups of regions were counted, and no stored source has
 * volumes of regions, so that no other count follows.
 *
 * @param of what was counted, in the words of the source
 * @param neurons counted neurons
 * @param others counted other cells
 * @param source citation
 */
public record MouseCounts(String of, double neurons, double others, String source) {
    private static final String WHOLE = "grey";

    /** What was counted of a region; empty for all but the whole brain, the cerebellum and the isocortex with ENT and PIR. */
    public static Optional<MouseCounts> of(MouseTable table, MouseTable.Region region) {
        return switch (region.acronym()) {
            case WHOLE -> Optional.of(whole(table, table.tree().path("whole_brain")));
            case "CB" -> Optional.of(group(table, "Cerebellum group"));
            case "Isocortex" -> Optional.of(group(table, "Isocortex group"));
            default -> Optional.empty();
        };
    }

    private static MouseCounts whole(MouseTable table, JsonNode brain) {
        return new MouseCounts(
                "whole brain with olfactory bulb",
                brain.path("neurons").path("value").asDouble(),
                brain.path("other_cells").path("value").asDouble(),
                table.citation(brain.path("neurons").path("source").asString()));
    }

    private static MouseCounts group(MouseTable table, String name) {
        var group = table.tree()
                .path("region_groups")
                .valueStream()
                .filter(g -> g.path("name").asString().startsWith(name))
                .findFirst()
                .orElseThrow();
        return new MouseCounts(
                group.path("name").asString(),
                group.path("neurons").asDouble(),
                group.path("other").asDouble(),
                table.citation(group.path("source").asString()));
    }
}
