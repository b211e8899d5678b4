package io.brainwright.placement.model;

import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.random.Draws;

/**
 * All of a region. Somata keep half a diameter from its sides, so that regions placed apart do not overlap.
 *
 * @param region the region
 */
public record WholeRegion(SheetRegion region) implements Tissue {
    @Override
    public String label() {
        return region.node().acronym();
    }

    @Override
    public double volume_mm3(int layer) {
        return region.volume_mm3(layer);
    }

    @Override
    public void draw(int layer, Draws draws, double[] out) {
        region.draw(layer, Spacing.SOMA_DIAMETER_UM / 2, draws, out);
    }

    @Override
    public void bounds(double[] low, double[] high) {
        region.bounds(low, high);
    }
}
