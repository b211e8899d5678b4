package io.brainwright.neuro.recipe;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Spreads a layer's own density and inhibitory share over its m-types.
 *
 * <pre>{@code
 *   d'(m) = d(m) D f / I          m inhibitory
 *   d'(m) = d(m) D (1 - f) / E    m excitatory
 * }</pre>
 *
 * D neurons per mm3 and f inhibitory share of the layer, the scientist's own or those of the m-types; I and E densities of all inhibitory
 * and all excitatory m-types as they stood. The m-types keep their proportions within each class.
 */
final class LayerDensities {
    private final RecipeFile file;
    private final int layer;

    private LayerDensities(RecipeFile file, int layer) {
        this.file = file;
        this.layer = layer;
    }

    static RecipeFile spread(RecipeFile file, List<OwnNumber> own) {
        var scaled = new ArrayList<OwnNumber>();
        for (int layer = 1; file.tree().path("layers").has(String.valueOf(layer)); layer++) {
            var density = "layers.%d.neurons_per_mm3".formatted(layer);
            var share = "layers.%d.inhibitory_fraction".formatted(layer);
            boolean ownDensity = own.stream().anyMatch(n -> n.path().equals(density));
            boolean ownShare = own.stream().anyMatch(n -> n.path().equals(share));
            if (ownDensity || ownShare) {
                var densities = new LayerDensities(file, layer);
                double inhibitory = densities.sum("INH");
                double all = inhibitory + densities.sum("EXC");
                double wanted = ownDensity ? file.number(density) : all;
                double fraction = ownShare ? file.number(share) : inhibitory / all;
                densities.scale("INH", inhibitory, wanted * fraction, scaled);
                densities.scale("EXC", all - inhibitory, wanted * (1 - fraction), scaled);
            }
        }
        return file.with(scaled);
    }

    private double sum(String synapseClass) {
        return file.tree()
                .path("mtypes")
                .valueStream()
                .filter(m -> m.path("synapse_class").asString().equals(synapseClass))
                .mapToDouble(this::density)
                .sum();
    }

    private double density(JsonNode mtype) {
        return mtype.path("density_per_mm3")
                .path("value")
                .path(String.valueOf(layer))
                .asDouble(0);
    }

    private void scale(String synapseClass, double from, double to, List<OwnNumber> scaled) {
        for (var mtype : file.tree().path("mtypes").properties()) {
            double density = density(mtype.getValue());
            if (density > 0 && mtype.getValue().path("synapse_class").asString().equals(synapseClass)) {
                scaled.add(new OwnNumber(
                        "mtypes.%s.density_per_mm3.%d".formatted(mtype.getKey(), layer), density * (to / from)));
            }
        }
    }
}
