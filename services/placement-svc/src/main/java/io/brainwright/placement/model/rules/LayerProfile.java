package io.brainwright.placement.model.rules;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import java.util.Map;

/** Where a soma and the layers around it lie along the axis towards the pia, in um. Immutable. */
public final class LayerProfile {
    private final List<String> layers;
    private final double y_um;
    private final double[] bounds_um;

    /**
     * @param layers names
     * @param y_um height of the soma
     * @param bounds_um lower and upper boundary of every layer in turn
     */
    public LayerProfile(List<String> layers, double y_um, double... bounds_um) {
        assert bounds_um.length == 2 * layers.size() : bounds_um.length + " bounds of " + layers;
        this.layers = List.copyOf(layers);
        this.y_um = y_um;
        this.bounds_um = bounds_um.clone();
    }

    public double y_um() {
        return y_um;
    }

    /**
     * A height in um: {@code (1 - f) low + f high}.
     *
     * @throws Problem INVALID where the profile has no such layer
     */
    public double at(Height height) {
        int layer = layers.indexOf(height.layer());
        if (layer < 0) {
            throw new Problem(
                    Kind.INVALID,
                    "PLACEMENT_LAYER_UNKNOWN",
                    "A rule speaks of layer '%s'; the profile has %s.".formatted(height.layer(), layers),
                    "Name the layers as the rules do.",
                    Map.of("layer", height.layer(), "layers", String.join(",", layers)));
        }
        return (1 - height.fraction()) * bounds_um[2 * layer] + height.fraction() * bounds_um[2 * layer + 1];
    }
}
