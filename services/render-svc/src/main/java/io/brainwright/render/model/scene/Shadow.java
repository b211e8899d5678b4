package io.brainwright.render.model.scene;

import java.util.List;

/** Where the key light reaches: a map of depths seen from the light, made once for cells that do not move. */
final class Shadow {
    private static final int PX = 2048;

    private final double[] key;
    private final double[] centre;
    private final double radius_um;
    private final View light;
    private final CapsuleRaster map;

    /** @param bounds of everything: {x0, y0, z0, x1, y1, z1}, um */
    Shadow(Capsules capsules, double[] bounds, List<Double> key, boolean cast) {
        this.key = unit(key);
        this.centre =
                new double[] {(bounds[0] + bounds[3]) / 2, (bounds[1] + bounds[4]) / 2, (bounds[2] + bounds[5]) / 2};
        this.radius_um = Math.max(
                1, Math.hypot(Math.hypot(bounds[3] - bounds[0], bounds[4] - bounds[1]), bounds[5] - bounds[2]) / 2);
        this.light =
                View.light(centre, new double[] {-this.key[0], -this.key[1], -this.key[2]}, radius_um, cast ? PX : 1);
        this.map = CapsuleRaster.draw(cast ? capsules : new Capsules(), light, cast ? PX : 1, cast ? PX : 1, 0.7);
    }

    double[] centre() {
        return centre;
    }

    double radius_um() {
        return radius_um;
    }

    /** Cosine between a normal and the light, not below 0. */
    double facing(double[] normal) {
        return Math.max(0, normal[0] * key[0] + normal[1] * key[1] + normal[2] * key[2]);
    }

    /** Share of the light that reaches a point, over nine neighbours of the map; overwrites the point. */
    double reaching(double[] point) {
        double px = light.alongRight(point);
        double py = light.alongUp(point);
        double depth = light.alongForward(point);
        double bias = 1.5 + 1.5 / light.scale();
        int x = (int) Math.floor(px);
        int y = (int) Math.floor(py);
        int reached = 0;
        for (int sy = y - 1; sy <= y + 1; sy++) {
            for (int sx = x - 1; sx <= x + 1; sx++) {
                boolean outside = sx < 0 || sy < 0 || sx >= map.width() || sy >= map.height();
                if (outside || depth - bias <= map.depth(sy * map.width() + sx)) {
                    reached++;
                }
            }
        }
        return reached / 9.0;
    }

    private static double[] unit(List<Double> v) {
        double n = Math.sqrt(v.get(0) * v.get(0) + v.get(1) * v.get(1) + v.get(2) * v.get(2));
        return n == 0 ? new double[] {0, 1, 0} : new double[] {v.get(0) / n, v.get(1) / n, v.get(2) / n};
    }
}
