package io.brainwright.connectome.model.apposition;

import io.brainwright.connectome.model.tissue.Segments;

/** How near two neurites come, when they do not touch: looks at every pair of their segments. */
public final class NearestGap {
    private NearestGap() {}

    /**
     * The smallest distance of two surfaces.
     *
     * @return um; at most 0 where they interpenetrate; NaN where one of both has no segment
     */
    public static double between_um(Segments axon, Segments targets) {
        var closest = new Closest();
        double smallest_um = Double.NaN;
        for (int i = 0; i < axon.size(); i++) {
            for (int j = 0; j < targets.size(); j++) {
                double gap_um = Math.sqrt(closest.squared(axon.ends(), i, targets.ends(), j))
                        - axon.radius_um()[i]
                        - targets.radius_um()[j];
                if (!(gap_um >= smallest_um)) {
                    smallest_um = gap_um;
                }
            }
        }
        return smallest_um;
    }
}
