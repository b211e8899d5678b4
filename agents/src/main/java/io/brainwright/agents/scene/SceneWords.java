package io.brainwright.agents.scene;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * English wishes about a scene as a JSON Patch: "colour by layer, hide axons, slow down to 1000x while the spike climbs the apical
 * dendrite, orbit once". Wishes are parted by commas, semicolons, full stops, "and" or "then"; one that is not understood is an error with those that are.
 *
 * <p>Numbers come from the words. What "while the spike climbs" means in ms is asked of the caller, who knows the run.
 */
public final class SceneWords {
    private static final Pattern PARTS =
            Pattern.compile("\\s*(?:[,;.](?=\\s|$)|\\band then\\b|\\bthen\\b|\\band\\b)\\s*");
    private static final Pattern COLOUR =
            Pattern.compile("colou?r(?: (?:it|them|the cells|cells|everything))? by (?:the )?(.+)");
    private static final Pattern SHOW = Pattern.compile(
            "(hide|show)(?: the| all)? (axons?|dendrites|somata|somas|layers?|clock|scale ?bar|title|colou?r ?bar)");
    private static final Pattern SLOW = Pattern.compile(
            "slow(?:ed)? (?:it )?down (?:to |by )?(\\d+(?:\\.\\d+)?)(?:x|\u00d7| times| fold)?( while the (?:spike|action potential|ap) .*)?");
    private static final Pattern ORBIT = Pattern.compile(
            "(?:orbit|turn|circle)(?: around)?(?: it| them| the cells?)? (once|twice|(\\d+(?:\\.\\d+)?) times)");
    private static final Pattern LOOK = Pattern.compile("(?:look at|zoom (?:in )?(?:on|to)|focus on) (?:the )?(.+)");
    private static final Map<String, String> COLUMNS = Map.of(
            "layer",
            "layer",
            "m-type",
            "mtype",
            "e-type",
            "etype",
            "region",
            "region",
            "cell",
            "gid",
            "class",
            "synapse_class");
    private static final Map<String, String> PLACES = Map.of(
            "soma",
            "soma",
            "somata",
            "soma",
            "apical tuft",
            "apical.tuft",
            "tuft",
            "apical.tuft",
            "apical trunk",
            "apical.trunk",
            "apical dendrite",
            "apical",
            "basal dendrites",
            "basal",
            "axons",
            "axon");

    private final ObjectNode scene;
    private final double fromMs;
    private final double toMs;
    private final ArrayNode patch = JsonMapper.shared().createArrayNode();

    private SceneWords(ObjectNode scene, double fromMs, double toMs) {
        this.scene = scene;
        this.fromMs = fromMs;
        this.toMs = toMs;
    }

    /**
     * @param spikeFrom_ms when the spike begins that "while the spike" means
     * @param spikeTo_ms when it has run its course
     * @return operations of RFC 6902, in order
     * @throws Problem INVALID with each wish that was not understood
     */
    public static ArrayNode patch(ObjectNode scene, String words, double spikeFrom_ms, double spikeTo_ms) {
        var made = new SceneWords(scene.deepCopy(), spikeFrom_ms, spikeTo_ms);
        var faults = new ArrayList<FieldFault>();
        for (var wish : PARTS.split(words.strip().toLowerCase(Locale.ROOT))) {
            if (!wish.isBlank() && !made.understood(wish.strip())) {
                faults.add(
                        new FieldFault(
                                wish.strip(),
                                "is not understood; say 'colour by layer', 'hide axons', 'slow down to 1000x [while the spike ...]', 'orbit once' or 'look at the soma'."));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("Not every wish about the scene was understood.", faults);
        }
        return made.patch;
    }

    private boolean understood(String wish) {
        for (var rule : List.<Map.Entry<Pattern, java.util.function.Predicate<Matcher>>>of(
                Map.entry(COLOUR, this::colour),
                Map.entry(SHOW, this::show),
                Map.entry(SLOW, this::slow),
                Map.entry(ORBIT, this::orbit),
                Map.entry(LOOK, this::look))) {
            var m = rule.getKey().matcher(wish);
            if (m.matches()) {
                return rule.getValue().test(m);
            }
        }
        return false;
    }

    private boolean colour(Matcher m) {
        var word = m.group(1).replace("mtype", "m-type").replace("etype", "e-type");
        var rule = JsonMapper.shared().createObjectNode();
        if (COLUMNS.containsKey(word)) {
            rule.put("by", "column").put("column", COLUMNS.get(word));
        } else if (word.equals("voltage") && scene.path("sources").has("vm")) {
            rule.put("by", "report").put("source", "vm");
        } else if (List.of("section", "section type", "neurite").contains(word)) {
            rule.put("by", "section");
        } else {
            return false;
        }
        return each("morphology", (at, _) -> add(at + "/color", rule));
    }

    private boolean show(Matcher m) {
        boolean on = m.group(1).equals("show");
        var what = m.group(2).replaceAll("s$", "").replace("color", "colour").replace(" ", "");
        return switch (what) {
            case "axon" -> parts(on, "axon");
            case "dendrite" -> parts(on, "basal", "apical");
            case "soma", "somata" -> parts(on, "soma");
            case "layer" ->
                each(
                        "atlas-region",
                        (at, _) -> add(
                                at + "/visible",
                                JsonMapper.shared().getNodeFactory().booleanNode(on)));
            default -> overlay(on, what.equals("colourbar") ? "colorbar" : what);
        };
    }

    private boolean parts(boolean on, String... which) {
        return each("morphology", (at, layer) -> {
            var kept = new ArrayList<String>();
            for (var part : List.of("soma", "axon", "basal", "apical")) {
                boolean shown = !layer.has("parts") || contains(layer.path("parts"), part);
                if (List.of(which).contains(part) ? on : shown) {
                    kept.add(part);
                }
            }
            add(at + "/parts", JsonMapper.shared().valueToTree(kept));
        });
    }

    private boolean overlay(boolean on, String type) {
        var overlays = scene.path("overlays");
        for (int i = overlays.size() - 1; i >= 0; i--) {
            if (overlays.get(i).path("type").asString().equals(type)) {
                if (!on) {
                    patch.addObject().put("op", "remove").put("path", "/overlays/" + i);
                    scene.withArray("/overlays").remove(i);
                }
                return true;
            }
        }
        if (on) {
            if (!scene.has("overlays")) {
                add("/overlays", JsonMapper.shared().createArrayNode());
                scene.putArray("overlays");
            }
            add("/overlays/-", JsonMapper.shared().createObjectNode().put("type", type));
        }
        return true;
    }

    private boolean slow(Matcher m) {
        double to = Double.parseDouble(m.group(1));
        var time = (ObjectNode) scene.withObject("/time");
        if (m.group(2) == null) {
            time.put("slowdown", to).remove("warp");
        } else {
            double base = time.path("slowdown").asDouble(100);
            var warp = time.putArray("warp");
            warp.addObject().put("at", fromMs + " ms").put("slowdown", to);
            warp.addObject().put("at", toMs + " ms").put("slowdown", base);
        }
        add("/time", time.deepCopy());
        return true;
    }

    private boolean orbit(Matcher m) {
        double turns = switch (m.group(1)) {
            case "once" -> 1;
            case "twice" -> 2;
            default -> Double.parseDouble(m.group(2));
        };
        var camera = (ObjectNode) scene.withObject("/camera");
        double begin = camera.path("keys").path(0).path("orbit").path("azimuth").asDouble(0);
        double elevation =
                camera.path("keys").path(0).path("orbit").path("elevation").asDouble(3);
        var keys = camera.put("interpolation", "linear").putArray("keys");
        keys.addObject().put("t", 0).putObject("orbit").put("azimuth", begin).put("elevation", elevation);
        keys.addObject()
                .put("t", 1)
                .putObject("orbit")
                .put("azimuth", begin + 360 * turns)
                .put("elevation", elevation);
        add("/camera", camera.deepCopy());
        return true;
    }

    private boolean look(Matcher m) {
        var place = PLACES.get(m.group(1));
        if (place == null) {
            var layer = Pattern.compile("layer ([1-6])").matcher(m.group(1));
            if (!layer.matches()) {
                return false;
            }
            add(
                    "/camera",
                    ((ObjectNode) scene.withObject("/camera"))
                            .put("target", "layer." + layer.group(1))
                            .deepCopy());
            return true;
        }
        add(
                "/camera",
                ((ObjectNode) scene.withObject("/camera"))
                        .put("target", "cell." + place)
                        .deepCopy());
        return true;
    }

    private boolean each(String type, java.util.function.BiConsumer<String, JsonNode> change) {
        boolean any = false;
        for (int i = 0; i < scene.path("layers").size(); i++) {
            if (scene.path("layers").get(i).path("type").asString().equals(type)) {
                change.accept("/layers/" + i, scene.path("layers").get(i));
                any = true;
            }
        }
        return any;
    }

    /** An add of RFC 6902 replaces what is there. */
    private void add(String path, JsonNode value) {
        var op = patch.addObject().put("op", "add").put("path", path);
        op.set("value", value);
        if (path.startsWith("/layers/")) {
            int cut = path.lastIndexOf('/');
            ((ObjectNode) scene.at(path.substring(0, cut))).set(path.substring(cut + 1), value.deepCopy());
        }
    }

    private static boolean contains(JsonNode list, String word) {
        for (var one : list) {
            if (one.asString().equals(word)) {
                return true;
            }
        }
        return false;
    }
}
