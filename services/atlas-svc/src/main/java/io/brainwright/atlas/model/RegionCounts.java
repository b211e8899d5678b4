package io.brainwright.atlas.model;

import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.recipe.MType;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * Neurons and volume of a region: densities of the recipe times volumes of the layers.
 *
 * <pre>{@code N = Σ_layers Σ_mtypes ρ(layer, mtype) V(layer)}</pre>
 */
public final class RegionCounts {
    private final SheetRegion region;
    private final int[] layers;

    /** @param only layers that count; empty: all of the region's */
    public RegionCounts(SheetRegion region, Collection<Integer> only) {
        this.region = region;
        this.layers = Arrays.stream(region.layers())
                .filter(layer -> only.isEmpty() || only.contains(layer))
                .toArray();
    }

    public int[] layers() {
        return layers.clone();
    }

    /** Volume of the layers that count, mm3. */
    public double volume_mm3() {
        return Arrays.stream(layers).mapToDouble(region::volume_mm3).sum();
    }

    /** Expected neurons of one m-type. */
    public double neurons(MType mtype) {
        return Arrays.stream(layers)
                .mapToDouble(layer -> mtype.density_per_mm3(layer) * region.volume_mm3(layer))
                .sum();
    }

    /** Expected neurons, each m-type counted by a share: 1 for all, a share of an e-type, 0 or 1 by class. */
    public double neurons(ToDoubleFunction<MType> share) {
        return region.sheet().recipe().mtypes().stream()
                .mapToDouble(m -> neurons(m) * share.applyAsDouble(m))
                .sum();
    }
}
