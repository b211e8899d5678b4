package io.brainwright.render.model.movie;

import io.brainwright.render.model.scenefile.ColorRule;
import io.brainwright.render.model.scenefile.Layer;
import io.brainwright.render.model.scenefile.Scene;
import io.brainwright.render.model.world.SpikeTrain;
import io.brainwright.render.model.world.VoltageReport;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Colours capsules for one moment.
 *
 * <p>A value below {@code rest} leaves the plain colour; above it the plain colour goes over into the colour map. Axons that no
 * compartment tells of light up where the spike is, if it runs at the recipe's velocity.
 */
final class Paint {
    /** Conduction velocity of axons, as physiology.delay.velocity_um_per_ms of the recipe rat-nbs1-synapses. */
    private static final double AXON_UM_PER_MS = 300;

    private static final int STEPS = 256;

    /** chosen: how far a colour map has replaced the plain colour a little above rest. */
    private static final double BEGIN = 0.05;

    private static final double RISE = 0.18;

    private final Scene scene;
    private final Map<String, VoltageReport> reports;
    private final Map<String, SpikeTrain> spikes;

    Paint(Scene scene, Map<String, VoltageReport> reports, Map<String, SpikeTrain> spikes) {
        this.scene = scene;
        this.reports = reports;
        this.spikes = spikes;
    }

    void at(double t_ms, Strokes... sets) {
        Map<String, float[]> values = new HashMap<>();
        reports.forEach((name, report) -> values.put(name, report.at(t_ms)));
        for (int i = 0; i < scene.layers().size(); i++) {
            var layer = scene.layers().get(i);
            if (layer.color().moves()) {
                float[] v = values.get(layer.color().source());
                var train = train(layer.color());
                for (var strokes : sets) {
                    paint(i, layer, strokes, v, train, t_ms);
                }
            }
        }
    }

    private @Nullable SpikeTrain train(ColorRule rule) {
        var named = rule.by().equals("spikes") ? spikes.get(rule.source()) : null;
        return named != null || spikes.isEmpty()
                ? named
                : spikes.values().iterator().next();
    }

    private static void paint(
            int index, Layer layer, Strokes strokes, float @Nullable [] v, @Nullable SpikeTrain train, double t_ms) {
        var rule = layer.color();
        float[][] map = new float[STEPS + 1][];
        for (int k = 0; k <= STEPS; k++) {
            map[k] = Ramps.at(rule.map(), (double) k / STEPS);
        }
        IntStream.range(0, (strokes.count() + 4095) / 4096).parallel().forEach(part -> {
            for (int i = part * 4096; i < Math.min(strokes.count(), (part + 1) * 4096); i++) {
                if (strokes.layer(i) == index) {
                    double value = value(rule, strokes, i, v, train, t_ms);
                    one(layer, strokes, i, value, map);
                }
            }
        });
    }

    /** Value of a capsule, in the rule's units; NaN where nothing is known. */
    private static double value(
            ColorRule rule, Strokes strokes, int i, float @Nullable [] v, @Nullable SpikeTrain train, double t_ms) {
        double known = v == null ? Double.NaN : strokes.value(i, v);
        boolean silentAxon = Double.isNaN(known) && strokes.type(i) == io.brainwright.neuro.morphology.SectionType.AXON;
        if (train != null && (silentAxon || rule.by().equals("spikes"))) {
            double since = train.since_ms(strokes.node(i), t_ms - strokes.path_um(i) / AXON_UM_PER_MS);
            double heat = since < rule.tail_ms() ? 1 - since / rule.tail_ms() : 0;
            return rule.rest() + heat * heat * (rule.high() - rule.rest());
        }
        return known;
    }

    private static void one(Layer layer, Strokes strokes, int i, double value, float[][] map) {
        var rule = layer.color();
        if (Double.isNaN(value)) {
            strokes.shapes().paint(i, strokes.plain(i, 0), strokes.plain(i, 1), strokes.plain(i, 2), 0);
            return;
        }
        double heat = Math.clamp((value - rule.rest()) / (rule.high() - 10 - rule.rest()), 0.0, 1.0);
        double share = Math.clamp((heat - BEGIN) / RISE, 0.0, 1.0);
        float[] fire = map[(int) Math.rint(heat * STEPS)];
        float glow = 0;
        var g = layer.glow();
        if (g != null) {
            double over = Math.clamp((value - g.threshold()) / (rule.high() - 10 - g.threshold()), 0.0, 1.0);
            glow = (float) (g.strength() * (2.6 * over * over + 0.8 * over));
        }
        strokes.shapes()
                .paint(
                        i,
                        (float) (strokes.plain(i, 0) + share * (fire[0] - strokes.plain(i, 0))),
                        (float) (strokes.plain(i, 1) + share * (fire[1] - strokes.plain(i, 1))),
                        (float) (strokes.plain(i, 2) + share * (fire[2] - strokes.plain(i, 2))),
                        glow);
    }

    /** Heat of a value, for the colour bar. */
    static double heat(ColorRule rule, double value) {
        return Math.clamp((value - rule.rest()) / (rule.high() - 10 - rule.rest()), 0.0, 1.0);
    }
}
