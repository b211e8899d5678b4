package io.brainwright.agents.scene;

import io.brainwright.agents.scene.SceneLexicon.Concept;
import io.brainwright.agents.scene.SceneWishes.Impossible;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A scene while it is changed, and the operations that change it. An "add" of RFC 6902 replaces what is there. */
final class SceneChanges {
    private static final List<String> PARTS = List.of("soma", "axon", "basal", "apical");
    private static final double USUAL_SLOWDOWN = 100;
    private static final double AROUND_CELL_UM = 900;

    private final ObjectNode scene;
    private final ArrayNode patch = JsonMapper.shared().createArrayNode();

    SceneChanges(ObjectNode scene) {
        this.scene = scene;
    }

    ArrayNode patch() {
        return patch;
    }

    boolean colour(Concept by) {
        var rule = JsonMapper.shared().createObjectNode();
        switch (by) {
            case LAYER -> rule.put("by", "column").put("column", "layer");
            case MTYPE -> rule.put("by", "column").put("column", "mtype");
            case ETYPE -> rule.put("by", "column").put("column", "etype");
            case REGION -> rule.put("by", "column").put("column", "region");
            case CELL -> rule.put("by", "column").put("column", "gid");
            case CLASS, EXCITATORY, INHIBITORY -> rule.put("by", "class");
            case SECTION -> rule.put("by", "section");
            case VOLTAGE ->
                rule.put("by", "report")
                        .put("source", source("compartment-report"))
                        .put("map", "spike-fire");
            case SPIKE ->
                rule.put("by", "spikes").put("source", source("spikes")).put("map", "spike-fire");
            default -> {
                return false;
            }
        }
        boolean moves = by == Concept.VOLTAGE || by == Concept.SPIKE;
        var first = new String[1];
        boolean any = each(List.of("morphology", "soma"), at -> {
            first[0] = first[0] == null ? scene.at(at).path("id").asString() : first[0];
            set(at + "/color", rule);
        });
        if (any) {
            explained(moves ? "colorbar" : "legend", moves ? "legend" : "colorbar", first[0]);
        }
        return any;
    }

    /** The overlay that explains the colours takes the place of the one that no longer does. */
    private void explained(String wanted, String other, @Nullable String layer) {
        var overlays = scene.path("overlays");
        boolean has = false;
        for (int i = overlays.size() - 1; i >= 0; i--) {
            if (overlays.get(i).path("type").asString().equals(other)) {
                remove("/overlays/" + i);
            }
            has |= i < scene.path("overlays").size()
                    && scene.path("overlays").get(i).path("type").asString().equals(wanted);
        }
        if (!has) {
            append(JsonMapper.shared().createObjectNode().put("type", wanted).put("layer", layer));
        }
    }

    boolean shown(Concept what, boolean on) {
        return switch (what) {
            case AXON -> parts(on, "axon");
            case DENDRITE -> parts(on, "basal", "apical");
            case BASAL -> parts(on, "basal");
            case APICAL -> parts(on, "apical");
            case SOMA -> parts(on, "soma");
            case LAYER -> layers(on);
            case GLOW -> glow(on);
            case SHADOW -> light(on);
            case SYNAPSE -> synapses(on);
            case SOUND -> sound(on);
            case CLOCK -> overlay(on, "clock");
            case SCALEBAR -> overlay(on, "scalebar");
            case COLOURBAR -> overlay(on, "colorbar");
            case LEGEND -> overlay(on, "legend");
            case TITLE -> overlay(on, "title");
            case ALL -> on && everything();
            default -> false;
        };
    }

    /** Every cell with every part. */
    private boolean everything() {
        for (var name : scene.path("sources").propertyNames()) {
            if (scene.at("/sources/" + name).has("select")) {
                remove("/sources/" + name + "/select");
            }
        }
        return parts(true, "soma", "axon", "basal", "apical");
    }

    private boolean parts(boolean on, String... which) {
        return each(List.of("morphology"), at -> {
            var kept = new ArrayList<String>();
            for (var part : PARTS) {
                if (List.of(which).contains(part) ? on : has(scene.at(at), part)) {
                    kept.add(part);
                }
            }
            set(at + "/parts", JsonMapper.shared().valueToTree(kept));
        });
    }

    boolean partsOnly(List<Concept> kinds) {
        var kept = new ArrayList<String>();
        for (var kind : kinds) {
            switch (kind) {
                case SOMA -> kept.add("soma");
                case AXON -> kept.add("axon");
                case DENDRITE -> kept.addAll(List.of("basal", "apical"));
                case BASAL -> kept.add("basal");
                case APICAL -> kept.add("apical");
                default -> {
                    return false;
                }
            }
        }
        return !kept.isEmpty()
                && each(
                        List.of("morphology"),
                        at -> set(at + "/parts", JsonMapper.shared().valueToTree(kept)));
    }

    private boolean layers(boolean on) {
        if (on
                && !scene.path("layers")
                        .valueStream()
                        .anyMatch(l -> l.path("type").asString().equals("atlas-region"))) {
            set(
                    "/layers/-",
                    JsonMapper.shared()
                            .createObjectNode()
                            .put("id", free("layers"))
                            .put("type", "atlas-region"));
            return true;
        }
        return each(List.of("atlas-region"), at -> set(at + "/visible", truth(on)));
    }

    private boolean glow(boolean on) {
        return each(List.of("morphology", "soma"), at -> {
            if (on) {
                set(
                        at + "/glow",
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("threshold", -45)
                                .put("strength", 0.55));
            } else if (scene.at(at).has("glow")) {
                remove(at + "/glow");
            }
        });
    }

    private boolean light(boolean on) {
        var light = scene.path("light").isObject()
                ? scene.path("light").deepCopy()
                : JsonMapper.shared().createObjectNode();
        ((ObjectNode) light).put("shadow", on ? "soft" : "none");
        set("/light", light);
        return true;
    }

    private boolean synapses(boolean on) {
        if (each(List.of("synapses"), at -> set(at + "/visible", truth(on))) || !on) {
            return true;
        }
        for (var name : scene.path("sources").propertyNames()) {
            if (scene.path("sources").path(name).has("synapses")) {
                set(
                        "/layers/-",
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("id", free("synapses"))
                                .put("type", "synapses")
                                .put("source", name)
                                .set(
                                        "color",
                                        JsonMapper.shared().createObjectNode().put("by", "class")));
                return true;
            }
        }
        throw new Impossible(
                "cannot be: no source of this scene has synapses; name their dataset at /sources/NAME/synapses.");
    }

    private boolean sound(boolean on) {
        if (on) {
            var audio = JsonMapper.shared()
                    .createObjectNode()
                    .put("source", source("spikes"))
                    .put("synth", "pluck")
                    .put("pan", "soma.x");
            audio.putObject("pitch").put("by", "depth");
            set("/audio", audio);
        } else if (scene.has("audio")) {
            remove("/audio");
        }
        return true;
    }

    private boolean overlay(boolean on, String type) {
        var overlays = scene.path("overlays");
        for (int i = overlays.size() - 1; i >= 0; i--) {
            if (overlays.get(i).path("type").asString().equals(type)) {
                if (!on) {
                    remove("/overlays/" + i);
                }
                return true;
            }
        }
        if (on) {
            append(JsonMapper.shared().createObjectNode().put("type", type));
        }
        return true;
    }

    boolean title(String text) {
        set("/title", JsonMapper.shared().getNodeFactory().stringNode(text));
        return overlay(true, "title");
    }

    boolean slow(double to) {
        var time = time();
        time.put("slowdown", to).remove("warp");
        set("/time", time);
        return true;
    }

    boolean slowWithin(double to, double from_ms, double to_ms) {
        var time = time();
        double base = time.path("slowdown").asDouble(USUAL_SLOWDOWN);
        var warp = time.putArray("warp");
        warp.addObject().put("at", from_ms + " ms").put("slowdown", to);
        warp.addObject().put("at", to_ms + " ms").put("slowdown", base);
        set("/time", time);
        return true;
    }

    boolean lasts(double seconds) {
        var sim = scene.path("time").path("sim");
        if (sim.size() != 2) {
            throw new Impossible("needs a span of simulated time; write /time/sim, e.g. [\"0 ms\", \"20 ms\"].");
        }
        double span_ms = Moment.ms(sim.get(1).asString()) - Moment.ms(sim.get(0).asString());
        return seconds > 0 && span_ms > 0 && slow(seconds * 1000 / span_ms);
    }

    boolean orbit(double turns) {
        var camera = camera();
        var first = camera.path("keys").path(0).path("orbit");
        double begin = first.path("azimuth").asDouble(0);
        double elevation = first.path("elevation").asDouble(3);
        var keys = camera.put("interpolation", "linear").putArray("keys");
        var from = keys.addObject()
                .put("t", 0)
                .putObject("orbit")
                .put("azimuth", begin)
                .put("elevation", elevation);
        var end = turns == 0
                ? null
                : keys.addObject()
                        .put("t", 1)
                        .putObject("orbit")
                        .put("azimuth", begin + 360 * turns)
                        .put("elevation", elevation);
        if (first.has("distance_um")) {
            from.set("distance_um", first.path("distance_um"));
            if (end != null) {
                end.set("distance_um", first.path("distance_um"));
            }
        }
        set("/camera", camera);
        return true;
    }

    boolean look(String place) {
        var camera = camera().put("target", place);
        camera.path("keys").forEach(k -> ((ObjectNode) k).remove("target"));
        set("/camera", camera);
        return true;
    }

    boolean lookAtCell(long id) {
        var camera = camera().put("target", "cell.%d.soma".formatted(id));
        camera.path("keys").forEach(k -> {
            ((ObjectNode) k).remove("target");
            ((ObjectNode) k).withObject("/orbit").put("distance_um", AROUND_CELL_UM);
        });
        set("/camera", camera);
        return true;
    }

    boolean selectLayers(List<Double> layers) {
        return select("layers", layers);
    }

    boolean selectCells(List<Double> ids) {
        return select("node_ids", ids);
    }

    boolean selectClass(String synapseClass) {
        return each(List.of("morphology", "soma"), at -> {
            var select = scene.at(at).path("select").isObject()
                    ? (ObjectNode) scene.at(at).path("select").deepCopy()
                    : JsonMapper.shared().createObjectNode();
            set(at + "/select", select.put("synapse_class", synapseClass));
        });
    }

    private boolean select(String key, List<Double> numbers) {
        return each(List.of("morphology", "soma"), at -> {
            var select = scene.at(at).path("select").isObject()
                    ? (ObjectNode) scene.at(at).path("select").deepCopy()
                    : JsonMapper.shared().createObjectNode();
            var list = select.putArray(key);
            numbers.forEach(n -> list.add((long) n.doubleValue()));
            set(at + "/select", select);
        });
    }

    boolean size(int width, int height) {
        set("/size", JsonMapper.shared().createArrayNode().add(width).add(height));
        return true;
    }

    /** The place that a concept names; null for none. */
    static @Nullable String place(Concept concept) {
        return switch (concept) {
            case SOMA -> "cell.soma";
            case AXON -> "cell.axon";
            case BASAL -> "cell.basal";
            case APICAL, DENDRITE -> "cell.apical";
            case TUFT -> "cell.apical.tuft";
            case TRUNK -> "cell.apical.trunk";
            case ALL, CELL -> "cell.bbox.center";
            default -> null;
        };
    }

    private ObjectNode time() {
        return scene.path("time").isObject()
                ? (ObjectNode) scene.path("time").deepCopy()
                : JsonMapper.shared().createObjectNode();
    }

    private ObjectNode camera() {
        var camera = scene.path("camera").isObject()
                ? (ObjectNode) scene.path("camera").deepCopy()
                : JsonMapper.shared().createObjectNode();
        if (camera.path("keys").isEmpty()) {
            camera.putArray("keys").addObject().put("t", 0);
        }
        return camera;
    }

    private String source(String kind) {
        for (var entry : scene.path("sources").properties()) {
            if (entry.getValue().path("kind").asString().equals(kind)) {
                return entry.getKey();
            }
        }
        throw new Impossible("cannot be: this scene has no source of kind %s; simulate first, or name one at /sources."
                .formatted(kind));
    }

    private String free(String id) {
        var taken = scene.path("layers")
                .valueStream()
                .map(l -> l.path("id").asString())
                .toList();
        return taken.contains(id) ? id + "-" + (taken.size() + 1) : id;
    }

    private boolean each(List<String> types, Consumer<String> change) {
        boolean any = false;
        for (int i = 0; i < scene.path("layers").size(); i++) {
            if (types.contains(scene.path("layers").get(i).path("type").asString())) {
                change.accept("/layers/" + i);
                any = true;
            }
        }
        return any;
    }

    private void append(ObjectNode overlay) {
        if (!scene.has("overlays")) {
            set("/overlays", JsonMapper.shared().createArrayNode());
        }
        set("/overlays/-", overlay);
    }

    /** Says it and does it. */
    private void set(String path, JsonNode value) {
        patch.addObject().put("op", "add").put("path", path).set("value", value.deepCopy());
        var parent = scene.at(path.substring(0, path.lastIndexOf('/')));
        var name = path.substring(path.lastIndexOf('/') + 1);
        if (parent instanceof ArrayNode list) {
            list.add(value.deepCopy());
        } else {
            ((ObjectNode) parent).set(name, Objects.requireNonNull(value.deepCopy()));
        }
    }

    private void remove(String path) {
        patch.addObject().put("op", "remove").put("path", path);
        var parent = scene.at(path.substring(0, path.lastIndexOf('/')));
        var name = path.substring(path.lastIndexOf('/') + 1);
        if (parent instanceof ArrayNode list) {
            list.remove(Integer.parseInt(name));
        } else {
            ((ObjectNode) parent).remove(name);
        }
    }

    private static boolean has(JsonNode layer, String part) {
        return !layer.has("parts")
                || layer.path("parts").valueStream().anyMatch(p -> p.asString().equals(part));
    }

    private static JsonNode truth(boolean on) {
        return JsonMapper.shared().getNodeFactory().booleanNode(on);
    }
}
