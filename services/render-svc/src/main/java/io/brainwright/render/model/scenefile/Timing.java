package io.brainwright.render.model.scenefile;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which simulated time is shown, and how slowly.
 *
 * @param sim begin and end, texts with units; empty: the whole run
 * @param slowdown seconds on the screen per simulated second; default 100
 * @param fps frames per second of the movie; default 30
 * @param warp other slow-downs from a simulated time on
 */
public record Timing(List<String> sim, double slowdown, double fps, List<Warp> warp) {
    @JsonCreator
    public Timing(
            @Nullable List<String> sim, @Nullable Double slowdown, @Nullable Double fps, @Nullable List<Warp> warp) {
        this(
                sim == null ? List.of() : List.copyOf(sim),
                slowdown == null ? 100.0 : slowdown.doubleValue(),
                fps == null ? 30.0 : fps.doubleValue(),
                warp == null ? List.of() : List.copyOf(warp));
    }

    /** From {@code at} on, another slow-down. */
    public record Warp(String at, double slowdown) {}
}
