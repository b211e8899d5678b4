package io.brainwright.render.model.sound;

import java.util.List;
import java.util.Map;

/**
 * How a timbre sounds: partials that die away together, {@code sum_k loudness_k cos(2 pi partial_k f t) exp(-decay t)}.
 *
 * @param length_s after which it is cut off
 * @param decay_per_s of all partials
 * @param partials multiples of the fundamental
 * @param loudness of each partial
 */
public record Voice(double length_s, double decay_per_s, List<Double> partials, List<Double> loudness) {
    /** A damped tone with overtones, inharmonic partials, and 4 ms of a high one; chosen by ear. */
    public static final Map<String, Voice> ALL = Map.of(
            "pluck", new Voice(0.35, 13, List.of(1.0, 2.0, 3.0), List.of(1.0, 0.5, 0.2)),
            "bell", new Voice(0.6, 6, List.of(1.0, 2.76, 5.4), List.of(1.0, 0.45, 0.2)),
            "click", new Voice(0.004, 1500, List.of(8.0), List.of(1.0)));

    public Voice {
        partials = List.copyOf(partials);
        loudness = List.copyOf(loudness);
    }
}
