package io.brainwright.sim.model.field;

/** Potential of a current source in an infinite homogeneous medium, per unit of current: 1 nA / (S/m um) = 1 mV. */
public sealed interface Source {
    /**
     * phi / I at an electrode.
     *
     * @param sigma_S_m conductivity of the medium; 0.3 S/m in cortex
     * @return mV per nA
     */
    double mV_per_nA(Point electrode, double sigma_S_m);

    /** A place, um. */
    record Point(double x_um, double y_um, double z_um) {
        double distance_um(Point to) {
            double dx = x_um - to.x_um;
            double dy = y_um - to.y_um;
            double dz = z_um - to.z_um;
            return Math.sqrt(dx * dx + dy * dy + dz * dz);
        }

        /** The place a share of the way towards another. */
        public Point towards(Point to, double share) {
            return new Point(
                    x_um + share * (to.x_um - x_um), y_um + share * (to.y_um - y_um), z_um + share * (to.z_um - z_um));
        }
    }

    /**
     * A point (a soma): {@code phi = I / (4 pi sigma max(d, dmin))}.
     *
     * @param at where
     * @param least_um distance below which the potential no longer grows: the radius of the soma
     */
    record At(Point at, double least_um) implements Source {
        @Override
        public double mV_per_nA(Point electrode, double sigma_S_m) {
            return 1 / (4 * Math.PI * sigma_S_m * Math.max(at.distance_um(electrode), least_um));
        }
    }

    /**
     * A line of even current density (Holt & Koch 1999, doi 10.1023/A:1008832702585):
     *
     * <pre>{@code  phi = I / (4 pi sigma L) ln |(sqrt(h^2 + r^2) + h) / (sqrt(l^2 + r^2) + l)|,   h = l + L }</pre>
     *
     * with l and h the electrode's distances from the line's two ends along it, r its distance from the axis.
     *
     * @param from one end
     * @param to the other end
     * @param least_um distance from the axis below which the potential no longer grows: the radius of the neurite
     */
    record Line(Point from, Point to, double least_um) implements Source {
        @Override
        public double mV_per_nA(Point e, double sigma_S_m) {
            double length = from.distance_um(to);
            if (length == 0) {
                return new At(from, least_um).mV_per_nA(e, sigma_S_m);
            }
            double along = ((e.x_um - from.x_um) * (to.x_um - from.x_um)
                            + (e.y_um - from.y_um) * (to.y_um - from.y_um)
                            + (e.z_um - from.z_um) * (to.z_um - from.z_um))
                    / length;
            double away = from.distance_um(e);
            double r = Math.max(Math.sqrt(Math.max(0, away * away - along * along)), least_um);
            // the asinh form of the logarithm keeps its digits on both sides of the line's ends
            double span = asinh(along / r) - asinh((along - length) / r);
            return span / (4 * Math.PI * sigma_S_m * length);
        }

        private static double asinh(double x) {
            double a = Math.abs(x);
            return Math.copySign(StrictMath.log1p(a + a * a / (1 + Math.sqrt(1 + a * a))), x);
        }
    }
}
