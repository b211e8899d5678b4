package io.brainwright.agents.scene;

import io.brainwright.agents.scene.SceneLexicon.Concept;
import io.brainwright.agents.scene.SceneWishes.Impossible;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Time and camera of a scene, and the size of its picture. */
final class Filming {
    private static final double USUAL_SLOWDOWN = 100;
    private static final double AROUND_CELL_UM = 900;

    private final ScenePatch patch;

    Filming(ScenePatch patch) {
        this.patch = patch;
    }

    boolean slow(double to) {
        var time = time();
        time.put("slowdown", to).remove("warp");
        patch.set("/time", time);
        return true;
    }

    boolean slowWithin(double to, double from_ms, double to_ms) {
        var time = time();
        double base = time.path("slowdown").asDouble(USUAL_SLOWDOWN);
        var warp = time.putArray("warp");
        warp.addObject().put("at", from_ms + " ms").put("slowdown", to);
        warp.addObject().put("at", to_ms + " ms").put("slowdown", base);
        patch.set("/time", time);
        return true;
    }

    boolean lasts(double seconds) {
        var sim = patch.scene().path("time").path("sim");
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
        patch.set("/camera", camera);
        return true;
    }

    boolean look(String place) {
        var camera = camera().put("target", place);
        camera.path("keys").forEach(k -> ((ObjectNode) k).remove("target"));
        patch.set("/camera", camera);
        return true;
    }

    boolean lookAtCell(long id) {
        var camera = camera().put("target", "cell.%d.soma".formatted(id));
        camera.path("keys").forEach(k -> {
            ((ObjectNode) k).remove("target");
            ((ObjectNode) k).withObject("/orbit").put("distance_um", AROUND_CELL_UM);
        });
        patch.set("/camera", camera);
        return true;
    }

    boolean size(int width, int height) {
        patch.set("/size", JsonMapper.shared().createArrayNode().add(width).add(height));
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
        return patch.copy("/time");
    }

    private ObjectNode camera() {
        var camera = patch.copy("/camera");
        if (camera.path("keys").isEmpty()) {
            camera.putArray("keys").addObject().put("t", 0);
        }
        return camera;
    }
}
