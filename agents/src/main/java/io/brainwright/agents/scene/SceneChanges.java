package io.brainwright.agents.scene;

import io.brainwright.agents.scene.SceneLexicon.Concept;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything that words can change of a scene: its cells, its filming, and here what is shown or heard beside the cells. */
final class SceneChanges {
    private final ScenePatch patch;
    private final CellLooks cells;
    private final Filming filming;

    SceneChanges(ObjectNode scene) {
        this.patch = new ScenePatch(scene);
        this.cells = new CellLooks(patch);
        this.filming = new Filming(patch);
    }

    ArrayNode patch() {
        return patch.operations();
    }

    CellLooks cells() {
        return cells;
    }

    Filming filming() {
        return filming;
    }

    boolean shown(Concept what, boolean on) {
        return switch (what) {
            case AXON -> cells.parts(on, "axon");
            case DENDRITE -> cells.parts(on, "basal", "apical");
            case BASAL -> cells.parts(on, "basal");
            case APICAL -> cells.parts(on, "apical");
            case SOMA -> cells.parts(on, "soma");
            case LAYER -> cells.layers(on);
            case GLOW -> cells.glow(on);
            case SHADOW -> light(on);
            case SYNAPSE -> cells.synapses(on);
            case SOUND -> sound(on);
            case CLOCK -> overlay(on, "clock");
            case SCALEBAR -> overlay(on, "scalebar");
            case COLOURBAR -> overlay(on, "colorbar");
            case LEGEND -> overlay(on, "legend");
            case TITLE -> overlay(on, "title");
            case ALL -> on && cells.everything();
            default -> false;
        };
    }

    private boolean light(boolean on) {
        var light = patch.copy("/light");
        light.put("shadow", on ? "soft" : "none");
        patch.set("/light", light);
        return true;
    }

    private boolean sound(boolean on) {
        if (on) {
            var audio = JsonMapper.shared()
                    .createObjectNode()
                    .put("source", patch.source("spikes"))
                    .put("synth", "pluck")
                    .put("pan", "soma.x");
            audio.putObject("pitch").put("by", "depth");
            patch.set("/audio", audio);
        } else if (patch.scene().has("audio")) {
            patch.remove("/audio");
        }
        return true;
    }

    private boolean overlay(boolean on, String type) {
        var overlays = patch.scene().path("overlays");
        for (int i = overlays.size() - 1; i >= 0; i--) {
            if (overlays.get(i).path("type").asString().equals(type)) {
                if (!on) {
                    patch.remove("/overlays/" + i);
                }
                return true;
            }
        }
        if (on) {
            patch.append(JsonMapper.shared().createObjectNode().put("type", type));
        }
        return true;
    }

    boolean title(String text) {
        patch.set("/title", JsonMapper.shared().getNodeFactory().stringNode(text));
        return overlay(true, "title");
    }
}
