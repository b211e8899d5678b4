package io.brainwright.agents.scene;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The first scene of a circuit or a run: all cells, coloured by voltage where there is one, one slow turn, clock, scale and layers. */
public final class SceneDraft {
    /** chosen: long enough to follow, short enough to wait for. */
    private static final double LENGTH_S = 8;

    private static final double TURN_DEG = 60;
    private static final String FIRE = "spike-fire";

    private final ObjectNode scene = JsonMapper.shared().createObjectNode();
    private final boolean simulated;

    private SceneDraft(boolean simulated) {
        this.simulated = simulated;
    }

    /**
     * @param simulation dataset of the run; null: the tissue alone
     * @param synapses dataset; null where there are none
     * @param duration_ms of the run
     */
    public static SceneDraft of(
            String title,
            String cells,
            String morphologies,
            @Nullable String synapses,
            @Nullable String simulation,
            double duration_ms) {
        var draft = new SceneDraft(simulation != null);
        var s = draft.scene;
        s.put("$schema", "urn:brainwright:scene:1.0").put("version", "1.0").put("title", title);
        s.putArray("size").add(1280).add(720);
        var circuit = s.putObject("sources").putObject("column");
        circuit.put("kind", "circuit").put("cells", "dataset:" + cells).put("morphologies", "dataset:" + morphologies);
        if (synapses != null) {
            circuit.put("synapses", "dataset:" + synapses);
        }
        draft.time(0, simulation == null ? LENGTH_S : duration_ms, LENGTH_S);
        draft.layers(simulation);
        draft.camera("orbit", TURN_DEG / 360);
        var overlays = s.putArray("overlays");
        overlays.addObject().put("type", "title");
        overlays.addObject().put("type", "scalebar");
        if (simulation != null) {
            overlays.addObject().put("type", "clock");
            overlays.addObject().put("type", "colorbar").put("layer", "cells");
        }
        return draft;
    }

    /** Shows a span of simulated time in so many seconds. */
    public SceneDraft time(double from_ms, double to_ms, double length_s) {
        var time = scene.putObject("time");
        time.putArray("sim").add(ms(from_ms)).add(ms(to_ms));
        time.put("slowdown", Math.max(1e-3, length_s * 1000 / (to_ms - from_ms)))
                .put("fps", 30);
        return this;
    }

    /** Draws these cells only. */
    public SceneDraft cells(List<Long> ids) {
        var list = scene.withObject("/sources/column/select").putArray("node_ids");
        ids.forEach(list::add);
        return this;
    }

    public SceneDraft size(int width_px, int height_px) {
        scene.putArray("size").add(width_px).add(height_px);
        return this;
    }

    /** Circles the cells, or stands still. */
    public SceneDraft camera(String path, double turns) {
        var camera = scene.putObject("camera").put("fov", 28).put("margin", 0.04);
        var keys = camera.put("interpolation", "linear").putArray("keys");
        keys.addObject().put("t", 0).putObject("orbit").put("azimuth", 0).put("elevation", 3);
        if (path.equals("orbit")) {
            keys.addObject()
                    .put("t", 1)
                    .putObject("orbit")
                    .put("azimuth", 360 * turns)
                    .put("elevation", 5);
        }
        return this;
    }

    /** Colours by a word of the plan's vocabulary: v, layer, m_type, e_type, region, section, id. */
    public SceneDraft colourBy(String word) {
        var color = scene.withArray("/layers").get(0).withObject("/color");
        if (!word.equals("v")) {
            color.removeAll();
            switch (word) {
                case "section" -> color.put("by", "section");
                case "m_type" -> color.put("by", "column").put("column", "mtype");
                case "e_type" -> color.put("by", "column").put("column", "etype");
                case "id" -> color.put("by", "column").put("column", "gid");
                default -> color.put("by", "column").put("column", word);
            }
            scene.withArray("/overlays").addObject().put("type", "legend").put("layer", "cells");
        }
        return this;
    }

    /** Lets every spike sound: left and right by place, high for superficial cells, bells for inhibitory ones. */
    public SceneDraft sound() {
        if (simulated) {
            scene.putObject("audio")
                    .put("source", "spikes")
                    .put("synth", "pluck")
                    .put("pan", "soma.x")
                    .putObject("pitch")
                    .put("by", "depth");
        }
        return this;
    }

    /** The scene as JSON. */
    public ObjectNode json() {
        return scene.deepCopy();
    }

    private void layers(@Nullable String simulation) {
        var layers = scene.putArray("layers");
        var cells =
                layers.addObject().put("id", "cells").put("type", "morphology").put("source", "column");
        var color = cells.putObject("color");
        if (simulation == null) {
            color.put("by", "column").put("column", "layer");
        } else {
            var sources = scene.withObject("/sources");
            sources.putObject("vm").put("kind", "compartment-report").put("uri", "dataset:" + simulation);
            sources.putObject("spikes").put("kind", "spikes").put("uri", "dataset:" + simulation);
            color.put("by", "report").put("source", "vm").put("map", FIRE);
            cells.putObject("glow").put("threshold", -45).put("strength", 0.55);
        }
        layers.addObject().put("id", "layers").put("type", "atlas-region");
    }

    private static String ms(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString() + " ms";
    }
}
