package io.brainwright.neuro.densities;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A region that takes another's composition, with what is known of it.
 *
 * @param region its name
 * @param layers what is known of each layer that is to be filled, by name
 */
public record Recipient(String region, Map<String, Known> layers) {
    /**
     * What is known of one layer.
     *
     * @param thickness_um its own
     * @param groups_per_mm3 cells per mm3 of classes that were measured here; absent ones are the donor's
     * @param types_per_mm3 the same of single types
     */
    public record Known(double thickness_um, Map<String, Double> groups_per_mm3, Map<String, Double> types_per_mm3) {
        public Known {
            groups_per_mm3 = Map.copyOf(groups_per_mm3);
            types_per_mm3 = Map.copyOf(types_per_mm3);
        }
    }

    public Recipient {
        layers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(layers));
    }
}
