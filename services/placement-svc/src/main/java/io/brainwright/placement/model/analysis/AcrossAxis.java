package io.brainwright.placement.model.analysis;

import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.geometry.Quaternion;

/** Tells where a place lies across the axis that stands on the middle of a region. */
public final class AcrossAxis {
    private final Quaternion back;
    private final double radius_um;
    private final double[] turned = new double[3];

    public AcrossAxis(SheetRegion region) {
        var axis = new double[3];
        region.axis(axis);
        back = Quaternion.yTo(axis[0], axis[1], axis[2]).conjugate();
        radius_um = region.sheet().radius_um();
    }

    /** Writes u and v, the distances from the axis along two directions square to it, um. */
    public void place(double x, double y, double z, double[] uv) {
        back.rotate(x, y + radius_um, z, turned);
        uv[0] = turned[0];
        uv[1] = turned[2];
    }
}
