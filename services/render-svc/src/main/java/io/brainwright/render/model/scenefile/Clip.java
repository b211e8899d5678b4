package io.brainwright.render.model.scenefile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plane; what lies beyond it is hidden: normal . (point - centre of the scene) &gt; offset.
 *
 * @param normal of any length
 * @param offsetUm um along the unit normal
 * @param layers ids; empty: all
 */
public record Clip(String id, List<Double> normal, double offsetUm, List<String> layers) {
    public Clip(@Nullable String id, @Nullable List<Double> normal, double offsetUm, @Nullable List<String> layers) {
        this.id = id == null ? "" : id;
        this.normal = normal == null ? List.of(0.0, 0.0, 1.0) : List.copyOf(normal);
        this.offsetUm = offsetUm;
        this.layers = layers == null ? List.of() : List.copyOf(layers);
    }
}
