package io.brainwright.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that the vocabulary lets a plan say, one thing at a time: each parameter of each action, and where the vocabulary lists
 * values, each value. The names come from the vocabulary's own text, so that a new one is walked to without being told.
 */
final class VocabularyWalk {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What an action needs beside the parameter at hand. */
    private static final Map<String, String> BASE = Map.ofEntries(
            Map.entry("atlas.query", "{'quantity': 'neuron_count', 'region': 'S1Tr'}"),
            Map.entry("atlas.region", "{'region': 'S1Tr', 'shape': {'kind': 'column', 'width_um': 120}}"),
            Map.entry("placement.cells", "{'count': 14, 'classes': ['neuron', 'astrocyte']}"),
            Map.entry("placement.analyse", "{'metric': 'composition'}"),
            Map.entry("synthesis.analyse", "{'feature': 'total_length'}"),
            Map.entry("connectome.mid_range", "{'sources': ['S1HL'], 'targets': ['S1Tr']}"),
            Map.entry(
                    "connectome.edit",
                    "{'op': 'scale_weight', 'factor': 2, 'fraction': 0.5, 'delay_ms': 3, 'model': 'distance'}"),
            Map.entry("connectome.analyse", "{'metric': 'degree', 'max_distance_um': 2000}"),
            Map.entry(
                    "sim.run",
                    "{'duration_ms': 6, 'stimuli': [{'kind': 'current_step', 'time_ms': 1, 'duration_ms': 2,"
                            + " 'amplitude_nA': 0.2, 'from_nA': 0, 'to_nA': 0.3, 'rate_Hz': 400, 'count': 2}]}"),
            Map.entry("sim.analyse", "{'metric': 'mean_rate'}"),
            Map.entry("render.plot", "{'plots': ['raster']}"),
            Map.entry("render.image", "{'resolution': [120, 160]}"),
            Map.entry("render.movie", "{'duration_s': 0.2, 'resolution': [96, 64]}"),
            Map.entry("library.import", "{'path': 'note.md'}"),
            Map.entry("library.search", "{'query_terms': ['density']}"),
            Map.entry("library.extract", "{'parameters': ['density']}"),
            Map.entry("library.analyse", "{'metric': 'contradictions'}"),
            Map.entry("library.propose", "{'apply': false}"),
            Map.entry("agent.create", "{'name': 'walker', 'tools': ['sim'], 'description_terms': ['walks']}"),
            Map.entry("notebook.compare", "{'a': '1', 'b': '2'}"),
            Map.entry("estimate", "{'region': 'S1Tr'}"));

    /** Parameters that make sense beside others only: what stands there instead of the action's usual ones. */
    private static final Map<String, String> BESIDE = Map.of(
            "synthesis.axons.m_types", "{'scope': 'long_range', 'targets': ['S1FL']}",
            "synthesis.axons.m_class", "{'scope': 'long_range', 'targets': ['S1FL']}",
            "synthesis.axons.targets", "{'scope': 'long_range'}",
            "synthesis.axons.scope", "{'targets': ['S1FL']}",
            "sim.analyse.bin_ms", "{'metric': 'synchrony'}",
            "sim.run.stimuli.percent_of_threshold",
                    "{'duration_ms': 6, 'stimuli': [{'kind': 'current_step', 'time_ms': 1, 'duration_ms': 2}]}");

    /** A sound value for parameters whose vocabulary lists none, by the end of their path. */
    private static final Map<String, String> SAMPLES = Map.ofEntries(
            Map.entry("region", "'S1Tr'"),
            Map.entry("layers", "[4]"),
            Map.entry("width_um", "120"),
            Map.entry("radius_um", "70"),
            Map.entry("axon_width_um", "40"),
            Map.entry("targeting", "'PV'"),
            Map.entry("gap_junctions", "true"),
            Map.entry("endfeet", "true"),
            Map.entry("connectome.astrocytes.fraction", "0.9"),
            Map.entry("synthesis.axons.targets", "['S1HL']"),
            Map.entry("connectome.mid_range.between", "['S1HL', 'S1Tr']"),
            Map.entry("connectome.mid_range.sources", "['S1HL']"),
            Map.entry("connectome.mid_range.targets", "['S1Tr']"),
            Map.entry("count", "3"),
            Map.entry("shape.count", "2"),
            Map.entry("placement.cells.count", "15"),
            Map.entry("stimuli.count", "2"),
            Map.entry("contacts", "4"),
            Map.entry("spacing_um", "50"),
            Map.entry("density_scale", "0.05"),
            Map.entry("excitatory_fraction", "0.8"),
            Map.entry("seed", "3"),
            Map.entry("exclude_border_um", "5"),
            Map.entry("m_class", "'pyramidal'"),
            Map.entry("excitatory", "2.4"),
            Map.entry("inhibitory", "0.3"),
            Map.entry("ca_mM", "1.3"),
            Map.entry("mg_mM", "0.5"),
            Map.entry("pre", "'excitatory'"),
            Map.entry("post", "'inhibitory'"),
            Map.entry("fraction", "0.4"),
            Map.entry("factor", "1.5"),
            Map.entry("delay_ms", "2"),
            Map.entry("delay_after_ms", "1"),
            Map.entry("max_dimension", "2"),
            Map.entry("max_distance_um", "500"),
            Map.entry("min_distance_um", "300"),
            Map.entry("duration_ms", "3"),
            Map.entry("time_ms", "1"),
            Map.entry("amplitude_nA", "0.4"),
            Map.entry("percent_of_threshold", "90"),
            Map.entry("depolarisation_percent", "80"),
            Map.entry("from_nA", "0.1"),
            Map.entry("to_nA", "0.4"),
            Map.entry("rate_Hz", "200"),
            Map.entry("temperature_degC", "33"),
            Map.entry("repeats", "2"),
            Map.entry("dt_ms", "0.05"),
            Map.entry("against", "'amplitude_nA'"),
            Map.entry("from_ms", "1"),
            Map.entry("bin_ms", "2"),
            Map.entry("to_ms", "5"),
            Map.entry("resolution", "[64, 96]"),
            Map.entry("duration_s", "0.3"),
            Map.entry("slowdown", "50"),
            Map.entry("turns", "0.5"),
            Map.entry("sound", "true"),
            Map.entry("width_mm", "60"),
            Map.entry("dpi", "72"),
            Map.entry("titles", "false"),
            Map.entry("query_terms", "['neurons']"),
            Map.entry("after_year", "1990"),
            Map.entry("limit", "2"),
            Map.entry("path", "'note.md'"),
            Map.entry("parameters", "['density']"),
            Map.entry("with_quote", "true"),
            Map.entry("apply", "false"),
            Map.entry("sd", "2"),
            Map.entry("entry.id", "'1'"),
            Map.entry("match", "'stroll'"),
            Map.entry("date", "'2026-01-02'"),
            Map.entry("a", "'1'"),
            Map.entry("b", "'2'"),
            Map.entry("name", "'stroller'"),
            Map.entry("tools", "['library']"),
            Map.entry("description_terms", "['strolls']"),
            Map.entry("model", "'local'"),
            Map.entry("read_only", "true"),
            Map.entry("estimate.action", "'sim.run'"));

    private VocabularyWalk() {}

    /**
     * One thing that a plan may say.
     *
     * @param path of the parameter; empty where the action has none
     * @param sound whether the value is known to be a sound one; one of the right type is enough to see that it is named
     */
    record Stop(String action, String path, JsonNode value, boolean sound) {
        /** The action's parameters with this one among them. */
        ObjectNode params() {
            var own = BESIDE.get(action + "." + path);
            var params = own == null ? base(action) : (ObjectNode) json(own);
            if (!path.isEmpty()) {
                put(params, path.split("[.]"), 0, value);
            }
            return params;
        }

        @Override
        public String toString() {
            return path.isEmpty() ? action : "%s.%s = %s".formatted(action, path, value);
        }
    }

    /** All stops, in the order of the vocabulary. */
    static List<Stop> of(JsonNode actions, Map<String, String> ofThisCircuit) {
        var stops = new ArrayList<Stop>();
        actions.properties().forEach(action -> {
            if (action.getValue().isEmpty()) {
                stops.add(new Stop(action.getKey(), "", JSON.createObjectNode(), true));
            }
            fields(action.getKey(), "", action.getValue(), ofThisCircuit, stops);
        });
        return stops;
    }

    private static void fields(String action, String path, JsonNode forms, Map<String, String> own, List<Stop> stops) {
        for (var form : forms.properties()) {
            visit(action, path.isEmpty() ? form.getKey() : path + "." + form.getKey(), form.getValue(), own, stops);
        }
    }

    private static void visit(String action, String path, JsonNode form, Map<String, String> own, List<Stop> stops) {
        boolean list = form.path("type").asString("").equals("list");
        if (form.has("fields")) {
            fields(action, path, form.get("fields"), own, stops);
        } else if (form.path("of").has("fields")) {
            fields(action, path, form.path("of").get("fields"), own, stops);
        } else if (form.has("values") || form.path("of").has("values")) {
            for (var value :
                    form.has("values") ? form.get("values") : form.path("of").get("values")) {
                stops.add(new Stop(action, path, list ? JSON.createArrayNode().add(value) : value, true));
            }
        } else {
            var sample = sample(action + "." + path, own);
            stops.add(
                    sample == null
                            ? new Stop(action, path, ofType(form.path("type").asString("")), false)
                            : new Stop(action, path, sample, true));
        }
    }

    /** The value whose name is the longest end of the path. */
    private static @Nullable JsonNode sample(String path, Map<String, String> own) {
        for (var end = path; ; end = end.substring(end.indexOf('.') + 1)) {
            var text = own.getOrDefault(end, SAMPLES.get(end));
            if (text != null) {
                return json(text);
            }
            if (!end.contains(".")) {
                return null;
            }
        }
    }

    private static JsonNode ofType(String type) {
        return json(
                switch (type) {
                    case "number", "integer" -> "1";
                    case "boolean" -> "true";
                    case "list" -> "['x']";
                    case "object" -> "{'x': 1}";
                    default -> type.startsWith("number") ? "1" : "'x'";
                });
    }

    static ObjectNode base(String action) {
        return (ObjectNode) json(BASE.getOrDefault(action, "{}"));
    }

    static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }

    private static final Set<String> LISTS = Set.of("stimuli", "recordings");

    private static void put(ObjectNode into, String[] path, int at, JsonNode value) {
        var name = path[at];
        if (at == path.length - 1) {
            into.set(name, value);
        } else if (LISTS.contains(name)) {
            var list = into.withArrayProperty(name);
            put((ObjectNode) (list.isEmpty() ? list.addObject() : list.get(0)), path, at + 1, value);
        } else {
            put(into.path(name).isObject() ? (ObjectNode) into.get(name) : into.putObject(name), path, at + 1, value);
        }
    }
}
