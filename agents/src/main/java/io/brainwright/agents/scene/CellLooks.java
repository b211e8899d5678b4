package io.brainwright.agents.scene;

import io.brainwright.agents.scene.SceneLexicon.Concept;
import io.brainwright.agents.scene.SceneWishes.Impossible;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What of the cells is shown, and in which colours. */
final class CellLooks {
    private static final List<String> PARTS = List.of("soma", "axon", "basal", "apical");

    private final ScenePatch patch;

    CellLooks(ScenePatch patch) {
        this.patch = patch;
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
                        .put("source", patch.source("compartment-report"))
                        .put("map", "spike-fire");
            case SPIKE ->
                rule.put("by", "spikes").put("source", patch.source("spikes")).put("map", "spike-fire");
            default -> {
                return false;
            }
        }
        boolean moves = by == Concept.VOLTAGE || by == Concept.SPIKE;
        var first = new String[1];
        boolean any = patch.each(List.of("morphology", "soma"), at -> {
            first[0] = first[0] == null ? patch.scene().at(at).path("id").asString() : first[0];
            patch.set(at + "/color", rule);
        });
        if (any) {
            explained(moves ? "colorbar" : "legend", moves ? "legend" : "colorbar", first[0]);
        }
        return any;
    }

    /** The overlay that explains the colours takes the place of the one that no longer does. */
    private void explained(String wanted, String other, @Nullable String layer) {
        var overlays = patch.scene().path("overlays");
        boolean has = false;
        for (int i = overlays.size() - 1; i >= 0; i--) {
            if (overlays.get(i).path("type").asString().equals(other)) {
                patch.remove("/overlays/" + i);
            }
            has |= i < patch.scene().path("overlays").size()
                    && patch.scene()
                            .path("overlays")
                            .get(i)
                            .path("type")
                            .asString()
                            .equals(wanted);
        }
        if (!has) {
            patch.append(
                    JsonMapper.shared().createObjectNode().put("type", wanted).put("layer", layer));
        }
    }

    /** Every cell with every part. */
    boolean everything() {
        for (var name : patch.scene().path("sources").propertyNames()) {
            if (patch.scene().at("/sources/" + name).has("select")) {
                patch.remove("/sources/" + name + "/select");
            }
        }
        return parts(true, "soma", "axon", "basal", "apical");
    }

    boolean parts(boolean on, String... which) {
        return patch.each(List.of("morphology"), at -> {
            var kept = new ArrayList<String>();
            for (var part : PARTS) {
                if (List.of(which).contains(part) ? on : has(patch.scene().at(at), part)) {
                    kept.add(part);
                }
            }
            patch.set(at + "/parts", JsonMapper.shared().valueToTree(kept));
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
                && patch.each(
                        List.of("morphology"),
                        at -> patch.set(at + "/parts", JsonMapper.shared().valueToTree(kept)));
    }

    boolean layers(boolean on) {
        if (on
                && !patch.scene()
                        .path("layers")
                        .valueStream()
                        .anyMatch(l -> l.path("type").asString().equals("atlas-region"))) {
            patch.set(
                    "/layers/-",
                    JsonMapper.shared()
                            .createObjectNode()
                            .put("id", patch.free("layers"))
                            .put("type", "atlas-region"));
            return true;
        }
        return patch.each(List.of("atlas-region"), at -> patch.set(at + "/visible", ScenePatch.truth(on)));
    }

    boolean glow(boolean on) {
        return patch.each(List.of("morphology", "soma"), at -> {
            if (on) {
                patch.set(
                        at + "/glow",
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("threshold", -45)
                                .put("strength", 0.55));
            } else if (patch.scene().at(at).has("glow")) {
                patch.remove(at + "/glow");
            }
        });
    }

    boolean synapses(boolean on) {
        if (patch.each(List.of("synapses"), at -> patch.set(at + "/visible", ScenePatch.truth(on))) || !on) {
            return true;
        }
        for (var name : patch.scene().path("sources").propertyNames()) {
            if (patch.scene().path("sources").path(name).has("synapses")) {
                patch.set(
                        "/layers/-",
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("id", patch.free("synapses"))
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

    boolean selectLayers(List<Double> layers) {
        return select("layers", layers);
    }

    boolean selectCells(List<Double> ids) {
        return select("node_ids", ids);
    }

    boolean selectClass(String synapseClass) {
        return patch.each(List.of("morphology", "soma"), at -> {
            var select = patch.copy(at + "/select");
            patch.set(at + "/select", select.put("synapse_class", synapseClass));
        });
    }

    private boolean select(String key, List<Double> numbers) {
        return patch.each(List.of("morphology", "soma"), at -> {
            var select = patch.copy(at + "/select");
            var list = select.putArray(key);
            numbers.forEach(n -> list.add((long) n.doubleValue()));
            patch.set(at + "/select", select);
        });
    }

    private static boolean has(JsonNode layer, String part) {
        return !layer.has("parts")
                || layer.path("parts").valueStream().anyMatch(p -> p.asString().equals(part));
    }
}
