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

    /** A part of a shell over one patch holds a share of the shell: cubes of radii over cubes of radii. */
    @Override
    public double volume_mm3(double top_um, double bottom_um) {
        double sum = 0;
        for (int layer : region.layers()) {
            var facts = region.sheet().recipe().layer(layer);
            double top = Math.max(top_um, facts.top_um());
            double bottom = Math.min(bottom_um, facts.bottom_um());
            if (top < bottom) {
                sum += region.volume_mm3(layer) * shell(top, bottom) / shell(facts.top_um(), facts.bottom_um());
            }
        }
        return sum;
    }

    private double shell(double top_um, double bottom_um) {
        double outer = region.sheet().radius_um() - top_um;
        double inner = region.sheet().radius_um() - bottom_um;
        return outer * outer * outer - inner * inner * inner;
    }

    @Override
    public void draw(int layer, Draws draws, double[] out) {
        region.draw(layer, Spacing.SOMA_DIAMETER_UM / 2, draws, out);
    }

    @Override
    public boolean holds(int layer, double x, double y, double z) {
        return region.holds(layer, x, y, z, Spacing.SOMA_DIAMETER_UM / 2);
    }

    @Override
    public boolean near(int layer, double x, double y, double z, double reach_um) {
        return region.near(layer, x, y, z, reach_um);
    }

    @Override
    public void bounds(double[] low, double[] high) {
        region.bounds(low, high);
    }
}
