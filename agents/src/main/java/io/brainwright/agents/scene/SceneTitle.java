package io.brainwright.agents.scene;

import io.brainwright.agents.plan.NamedRegions;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What stands over a picture: "100 neurons of rat S1HL, layer 4 stimulated". Said are only things that the request holds. */
public final class SceneTitle {
    /** chosen: fits over a picture of 1280 pixels. */
    private static final int LONGEST = 90;

    private SceneTitle() {}

    /**
     * @param region parameters of atlas.region
     * @param cells parameters of placement.cells
     * @param simulation parameters of sim.run; null where nothing was simulated
     * @param name as the scientist calls the circuit; stands where the rest is not known
     */
    public static String of(JsonNode region, JsonNode cells, @Nullable JsonNode simulation, String name) {
        var where = "%s %s"
                .formatted(region.path("species").asString(""), NamedRegions.words(region))
                .strip();
        var count = cells.path("count").isIntegralNumber()
                ? "%d neurons".formatted(cells.path("count").asInt())
                : "neurons";
        var tissue = where.isEmpty() ? name : "%s of %s".formatted(count, where);
        var title = simulation == null ? tissue : tissue + driven(simulation);
        return title.length() > LONGEST
                ? title.substring(0, LONGEST - 1) + "…"
                : title.isEmpty() ? title : Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }

    private static String driven(JsonNode simulation) {
        var stimuli = simulation.path("stimuli");
        if (stimuli.isEmpty()) {
            return ", nothing stimulated";
        }
        var target = stimuli.get(0).path("target");
        var layers = target.path("layer").valueStream().map(l -> l.asString("")).collect(Collectors.joining(" and "));
        if (!layers.isEmpty()) {
            return ", layer%s %s stimulated".formatted(target.path("layer").size() > 1 ? "s" : "", layers);
        }
        return ", stimulated";
    }
}
