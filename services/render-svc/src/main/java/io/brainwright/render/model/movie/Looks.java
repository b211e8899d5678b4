package io.brainwright.render.model.movie;

import io.brainwright.render.model.scene.Look;
import io.brainwright.render.model.scenefile.Layer;
import io.brainwright.render.model.scenefile.Scene;
import java.util.List;

/** How the scene wants its picture to feel. */
final class Looks {
    private static final List<Double> GLOW_PX = List.of(2.0, 6.0, 16.0, 40.0);

    private Looks() {}

    static Look of(Scene scene) {
        boolean draft = scene.output().quality().equals("draft");
        var light = scene.light();
        var glow =
                scene.layers().stream().map(Layer::glow).filter(g -> g != null).findFirst();
        double minPx = scene.layers().stream()
                .filter(l -> l.type().equals("morphology") || l.type().equals("soma"))
                .mapToDouble(l -> l.radius().minPx())
                .min()
                .orElse(0.55);
        return new Look(
                draft ? 1 : 2,
                draft ? minPx : 1.3 * minPx,
                colour(scene.background().top()),
                colour(scene.background().bottom()),
                light.key(),
                light.ambient(),
                draft ? 0 : light.ao().radiusUm(),
                draft ? 0 : light.ao().strength(),
                !draft && light.shadow().equals("soft"),
                light.fog().near(),
                light.fog().far(),
                light.fog().strength(),
                glow.isPresent() ? 1 : 0,
                glow.map(Layer.Glow::radius).orElse(GLOW_PX));
    }

    private static List<Float> colour(String hex) {
        float[] c = Ramps.hex(hex);
        return List.of(c[0], c[1], c[2]);
    }
}
