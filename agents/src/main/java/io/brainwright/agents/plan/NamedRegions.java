package io.brainwright.agents.plan;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The regions that parameters of {@code atlas.region} name: one, as a text, or several, as a list. */
public final class NamedRegions {
    private NamedRegions() {}

    /** In the order in which they are named, each once; none where none is. */
    public static List<String> of(JsonNode params) {
        var region = params.path("region");
        var all = region.isArray() ? region.valueStream().toList() : List.of(region);
        return all.stream()
                .map(r -> r.asString(""))
                .filter(r -> !r.isEmpty())
                .distinct()
                .toList();
    }

    /** In words: "S1HL and S1FL". */
    public static String words(JsonNode params) {
        return String.join(" and ", of(params));
    }
}
