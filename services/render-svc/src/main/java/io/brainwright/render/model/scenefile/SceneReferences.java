package io.brainwright.render.model.scenefile;

import io.brainwright.neuro.problem.FieldFault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a schema cannot say: names that refer to nothing, times that run backwards, movies without a frame. */
final class SceneReferences {
    private static final int MOST_PIXELS = 33_177_600;

    private final Scene scene;
    private final List<FieldFault> faults = new ArrayList<>();

    private SceneReferences(Scene scene) {
        this.scene = scene;
    }

    static List<FieldFault> faults(Scene scene) {
        var check = new SceneReferences(scene);
        check.sources();
        check.layers();
        check.rest();
        check.time();
        return check.faults;
    }

    private void sources() {
        scene.sources().forEach((name, source) -> {
            if (source.kind().equals("circuit")
                    && source.uri() == null
                    && (source.cells() == null || source.morphologies() == null)) {
                fault("/sources/" + name, "names neither a uri nor both cells and morphologies.");
            }
        });
    }

    private void layers() {
        var ids = new HashSet<String>();
        for (int i = 0; i < scene.layers().size(); i++) {
            var layer = scene.layers().get(i);
            var at = "/layers/" + i;
            if (!ids.add(layer.id())) {
                fault(at + "/id", "'%s' is taken by a layer before it.".formatted(layer.id()));
            }
            if (layer.source() != null) {
                refers(at + "/source", layer.source(), "circuit", "morphologies");
            }
            switch (layer.color().by()) {
                case "report" -> refers(at + "/color/source", layer.color().source(), "compartment-report");
                case "spikes" -> refers(at + "/color/source", layer.color().source(), "spikes");
                default -> {}
            }
            if (layer.color().low() >= layer.color().high()) {
                fault(at + "/color/range", "must rise.");
            }
        }
    }

    private void rest() {
        var ids = scene.layers().stream().map(Layer::id).toList();
        for (int i = 0; i < scene.clip().size(); i++) {
            for (var id : scene.clip().get(i).layers()) {
                if (!ids.contains(id)) {
                    fault("/clip/%d/layers".formatted(i), "there is no layer '%s'; there are %s.".formatted(id, ids));
                }
            }
        }
        for (int i = 0; i < scene.overlays().size(); i++) {
            var overlay = scene.overlays().get(i);
            var at = "/overlays/" + i;
            if (overlay.layer() != null && !ids.contains(overlay.layer())) {
                fault(at + "/layer", "there is no layer '%s'; there are %s.".formatted(overlay.layer(), ids));
            }
            if (overlay.source() != null) {
                refers(at + "/source", overlay.source(), "compartment-report");
            }
            if (overlay.type().equals("caption") && overlay.text().isEmpty()) {
                fault(at + "/text", "is missing; a caption says something.");
            }
        }
        var audio = scene.audio();
        if (audio != null) {
            refers("/audio/source", audio.source(), "spikes");
        }
        if ((long) scene.width_px() * scene.height_px() > MOST_PIXELS) {
            fault("/size", "has more than %d pixels (7680 x 4320).".formatted(MOST_PIXELS));
        }
    }

    private void time() {
        var sim = scene.time().sim();
        if (!sim.isEmpty() && Moments.ms(sim.get(1)) < Moments.ms(sim.get(0))) {
            fault("/time/sim", "ends at %s, before it begins at %s.".formatted(sim.get(1), sim.get(0)));
        }
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scene.time().warp().size(); i++) {
            double at = Moments.ms(scene.time().warp().get(i).at());
            if (at <= last) {
                fault("/time/warp/%d/at".formatted(i), "must be later than the warp before it.");
            }
            last = at;
        }
        double t = -1;
        for (int i = 0; i < scene.camera().keys().size(); i++) {
            double now = scene.camera().keys().get(i).t();
            if (now <= t) {
                fault("/camera/keys/%d/t".formatted(i), "must be later than the key before it.");
            }
            t = now;
        }
    }

    private void refers(String at, @Nullable String name, String... kinds) {
        var wanted = List.of(kinds);
        var fitting = scene.sources().entrySet().stream()
                .filter(e -> wanted.contains(e.getValue().kind()))
                .map(e -> e.getKey())
                .toList();
        if (name == null) {
            fault(at, "is missing; sources of that kind (%s): %s.".formatted(String.join(" or ", wanted), fitting));
        } else if (!fitting.contains(name)) {
            fault(
                    at,
                    "is '%s', which is no source of kind %s; there are %s."
                            .formatted(name, String.join(" or ", wanted), fitting));
        }
    }

    private void fault(String at, String what) {
        faults.add(new FieldFault(at, what));
    }
}
