package io.brainwright.placement.model;

import io.brainwright.neuro.random.Draws;

/**
 * A cuboid along the axes, without layers: every layer number means all of it. Upper sides do not belong to it.
 *
 * @param lowX_um lower corner
 * @param highX_um upper corner
 */
public record Box(double lowX_um, double lowY_um, double lowZ_um, double highX_um, double highY_um, double highZ_um)
        implements Space {
    private static final double UM3_PER_MM3 = 1e9;

    @Override
    public double volume_mm3(int layer) {
        return (highX_um - lowX_um) * (highY_um - lowY_um) * (highZ_um - lowZ_um) / UM3_PER_MM3;
    }

    @Override
    public void draw(int layer, Draws draws, double[] out) {
        out[0] = draws.uniform(lowX_um, highX_um);
        out[1] = draws.uniform(lowY_um, highY_um);
        out[2] = draws.uniform(lowZ_um, highZ_um);
    }

    @Override
    public boolean holds(int layer, double x, double y, double z) {
        return x >= lowX_um && x < highX_um && y >= lowY_um && y < highY_um && z >= lowZ_um && z < highZ_um;
    }

    @Override
    public boolean near(int layer, double x, double y, double z, double reach_um) {
        return x >= lowX_um - reach_um
                && x <= highX_um + reach_um
                && y >= lowY_um - reach_um
                && y <= highY_um + reach_um
                && z >= lowZ_um - reach_um
                && z <= highZ_um + reach_um;
    }

    @Override
    public void bounds(double[] low, double[] high) {
        low[0] = lowX_um;
        low[1] = lowY_um;
        low[2] = lowZ_um;
        high[0] = highX_um;
        high[1] = highY_um;
        high[2] = highZ_um;
    }
}
