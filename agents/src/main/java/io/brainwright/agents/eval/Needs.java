package io.brainwright.agents.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Which steps a listed step may bring along, because it stands on what they make.
 *
 * <p>The order of a build: region, cells, dendrites, axons, connectome (with its thalamic input), physiology, simulation, analysis.
 */
final class Needs {
    private static final List<String> TISSUE = List.of("atlas.region", "placement.cells");
    private static final List<String> SHAPES = with(TISSUE, "synthesis.dendrites", "synthesis.axons");
    private static final List<String> WIRED = with(SHAPES, "connectome.local", "connectome.thalamic");
    private static final List<String> READY = with(WIRED, "connectome.physiology");
    private static final List<String> ACTIVE = with(READY, "sim.run");
    private static final List<String> READ = List.of("library.search", "library.import");

    private static final Map<String, List<String>> OF = Map.ofEntries(
            Map.entry("placement.cells", List.of("atlas.region")),
            Map.entry("placement.analyse", TISSUE),
            Map.entry("placement.vessels", TISSUE),
            Map.entry("connectome.astrocytes", WIRED),
            Map.entry("synthesis.dendrites", TISSUE),
            Map.entry("synthesis.axons", with(TISSUE, "synthesis.dendrites")),
            Map.entry("synthesis.analyse", SHAPES),
            Map.entry("connectome.local", SHAPES),
            Map.entry("connectome.mid_range", WIRED),
            Map.entry("connectome.thalamic", with(SHAPES, "connectome.local")),
            Map.entry("connectome.physiology", WIRED),
            Map.entry("connectome.edit", READY),
            Map.entry("connectome.analyse", WIRED),
            Map.entry("sim.run", READY),
            Map.entry("sim.calibrate", READY),
            Map.entry("sim.analyse", ACTIVE),
            Map.entry("render.image", SHAPES),
            Map.entry("render.movie", SHAPES),
            Map.entry("render.plot", with(ACTIVE, "sim.analyse", "connectome.analyse", "placement.analyse")),
            Map.entry("render.sound", ACTIVE),
            Map.entry("library.extract", READ),
            Map.entry("library.propose", with(READ, "library.extract")),
            Map.entry("library.analyse", with(READ, "library.extract")),
            Map.entry("export.sonata", READY),
            Map.entry("export.swc", SHAPES),
            Map.entry("export.nwb", ACTIVE));

    private Needs() {}

    /** The actions that may stand beside the listed steps without having been asked for. */
    static Set<String> allowed(List<JsonNode> listed, Item item) {
        var allowed = new HashSet<String>();
        for (var step : listed) {
            var action = step.path("step").asString();
            allowed.addAll(OF.getOrDefault(action, List.of()));
            var params = step.path("params");
            if (action.startsWith("render.") && showsActivity(params)) {
                allowed.addAll(ACTIVE);
            }
            if (item.workspace().path("files").valueStream().anyMatch(f -> names(params, f.asString()))) {
                allowed.add("library.import");
            }
        }
        return allowed;
    }

    /** The actions on whose results an action stands. */
    static List<String> before(String action) {
        return OF.getOrDefault(action, List.of());
    }

    private static boolean showsActivity(JsonNode params) {
        return params.path("colour_by").asString("").equals("v")
                || params.path("sound").asBoolean(false)
                || params.toString().contains("spike");
    }

    private static boolean names(JsonNode params, String file) {
        var folder = file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : file;
        return params.toString().contains("\"" + file) || params.toString().contains("\"" + folder);
    }

    private static List<String> with(List<String> first, String... more) {
        var all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
