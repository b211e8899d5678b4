package io.brainwright.render.model.scenefile;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where the eye is over the movie.
 *
 * @param fov vertical field of view, degrees
 * @param target looked at where a key says nothing; null: the middle of everything
 * @param interpolation "catmull-rom" or "linear"
 * @param margin free share about the cells where a key has no distance
 */
public record Camera(double fov, @Nullable JsonNode target, String interpolation, double margin, List<Key> keys) {
    @JsonCreator
    public Camera(
            @Nullable Double fov,
            @Nullable JsonNode target,
            @Nullable String interpolation,
            @Nullable Double margin,
            @Nullable List<Key> keys) {
        this(
                fov == null ? 30.0 : fov.doubleValue(),
                target,
                interpolation == null ? "catmull-rom" : interpolation,
                margin == null ? 0.06 : margin.doubleValue(),
                keys == null ? List.of(new Key(0, null, null)) : List.copyOf(keys));
    }

    /** At share {@code t} of the movie the eye is there. */
    public record Key(double t, @Nullable JsonNode target, Orbit orbit) {
        public Key(double t, @Nullable JsonNode target, @Nullable Orbit orbit) {
            this.t = t;
            this.target = target;
            this.orbit = orbit == null ? new Orbit(0, 0, null) : orbit;
        }
    }

    /** Degrees about the vertical, degrees above the horizon, um from the target; null: far enough to see all. */
    public record Orbit(
            double azimuth, double elevation, @Nullable Double distance_um) {}
}
