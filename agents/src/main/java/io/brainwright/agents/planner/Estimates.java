package io.brainwright.agents.planner;

import io.brainwright.agents.language.Utterance;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What building a region would cost, as an answer in words. */
final class Estimates {
    private static final double GIGABYTE = 1e9;

    private Estimates() {}

    static String of(JsonNode params, Utterance u, Defaults defaults, TissueFacts facts, WorkspaceView workspace) {
        double neurons =
                neurons(params, facts, workspace) * params.path("density_scale").asDouble(1);
        double memory = defaults.cost("memory_bytes_base") + neurons * defaults.cost("memory_bytes_per_cell");
        double disk = neurons * defaults.cost("disk_bytes_per_cell");
        double seconds = defaults.cost("atlas_s")
                + neurons
                        * (defaults.cost("placement_s_per_cell")
                                + defaults.cost("synthesis_s_per_cell")
                                + defaults.cost("connectome_s_per_cell"));
        return Replies.say(
                u.language(),
                "answer.estimate",
                TooLarge.figure(neurons),
                Notes.time(seconds),
                String.format(Locale.ROOT, "%.1f", memory / GIGABYTE),
                String.format(Locale.ROOT, "%.1f", disk / GIGABYTE),
                String.format(Locale.ROOT, "%.0f", workspace.memory_bytes() / GIGABYTE));
    }

    private static double neurons(JsonNode params, TissueFacts facts, WorkspaceView workspace) {
        var region = params.path("region").asString("");
        var circuit = workspace.circuit();
        if (region.isEmpty() && circuit != null) {
            var tissue = facts.describe(circuit.region());
            double width_um = circuit.shape().path("width_um").asDouble(0);
            return width_um > 0
                    ? tissue.neurons(Math.PI / 4 * width_um * width_um, java.util.List.of())
                    : tissue.neurons(tissue.area_um2(), java.util.List.of());
        }
        if (region.isEmpty() || Places.isBuilt(region)) {
            var tissue = facts.describe(region.isEmpty() || Places.isSheet(region) ? "nbS1" : region);
            return tissue.neurons(tissue.area_um2(), java.util.List.of());
        }
        return Sizes.of("rat_brain").path("neurons").asDouble() / 100;
    }
}
