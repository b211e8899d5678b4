package io.brainwright.render.model.scenefile;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Light.
 *
 * @param key direction to the light: right, up, towards the eye
 * @param ambient share of light from everywhere
 * @param ao darkness in crevices
 * @param shadow "soft" or "none"
 * @param fog the far fades into the background
 */
public record Light(List<Double> key, double ambient, Ao ao, String shadow, Fog fog) {
    @JsonCreator
    public Light(
            @Nullable List<Double> key,
            @Nullable Double ambient,
            @Nullable Ao ao,
            @Nullable String shadow,
            @Nullable Fog fog) {
        this(
                key == null ? List.of(0.45, 0.75, 0.48) : List.copyOf(key),
                ambient == null ? 0.34 : ambient.doubleValue(),
                ao == null ? new Ao(null, null) : ao,
                shadow == null ? "soft" : shadow,
                fog == null ? new Fog(null, null, null) : fog);
    }

    /** Reach in um and strength 0..1 of the darkness in crevices. */
    public record Ao(double radiusUm, double strength) {
        @JsonCreator
        public Ao(@Nullable Double radiusUm, @Nullable Double strength) {
            this(radiusUm == null ? 14.0 : radiusUm.doubleValue(), strength == null ? 0.8 : strength.doubleValue());
        }
    }

    /** Begin and end in radii of the scene behind its front, and how much of the farthest is fog. */
    public record Fog(double near, double far, double strength) {
        @JsonCreator
        public Fog(@Nullable Double near, @Nullable Double far, @Nullable Double strength) {
            this(
                    near == null ? 0.2 : near.doubleValue(),
                    far == null ? 2.0 : far.doubleValue(),
                    strength == null ? 0.6 : strength.doubleValue());
        }
    }
}
