package io.brainwright.render.model.scenefile;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/**
 * How spikes sound.
 *
 * @param source name of the spikes
 * @param synth "pluck", "bell" or "click"
 * @param pan "soma.x", "soma.z" or "none": which place says left and right
 * @param timbre "class": inhibitory cells sound otherwise; "one": all alike
 * @param drone a hum that follows the mean voltage; null: none
 */
public record Audio(
        String source,
        String synth,
        String pan,
        Pitch pitch,
        String timbre,
        double gain,
        @Nullable Drone drone) {
    @JsonCreator
    public Audio(
            @Nullable String source,
            @Nullable String synth,
            @Nullable String pan,
            @Nullable Pitch pitch,
            @Nullable String timbre,
            @Nullable Double gain,
            @Nullable Drone drone) {
        this(
                source == null ? "" : source,
                synth == null ? "pluck" : synth,
                pan == null ? "soma.x" : pan,
                pitch == null ? new Pitch(null, null, null, null) : pitch,
                timbre == null ? "class" : timbre,
                gain == null ? 1.0 : gain.doubleValue(),
                drone);
    }

    /** By depth or layer; superficial is high. The deepest sounds at {@code low_Hz}, the highest {@code octaves} above. */
    public record Pitch(String by, String scale, double octaves, double low_Hz) {
        @JsonCreator
        public Pitch(@Nullable String by, @Nullable String scale, @Nullable Double octaves, @Nullable Double low_Hz) {
            this(
                    by == null ? "depth" : by,
                    scale == null ? "pentatonic" : scale,
                    octaves == null ? 3.0 : octaves.doubleValue(),
                    low_Hz == null ? 110.0 : low_Hz.doubleValue());
        }
    }

    /** Follows the mean voltage of the report; gain 0..1. */
    public record Drone(String by, double gain) {}
}
