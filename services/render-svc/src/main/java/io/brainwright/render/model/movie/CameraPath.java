package io.brainwright.render.model.movie;

import io.brainwright.render.model.scene.View;
import io.brainwright.render.model.scenefile.Camera;
import io.brainwright.render.model.world.Places;
import java.util.List;

/** Where the eye is at each share of the movie: keys, joined by a spline (Catmull and Rom 1974) or by lines. */
final class CameraPath {
    private static final int VALUES = 6;

    private final Camera camera;
    private final double[] t;
    private final double[][] keys;

    /** @param bounds what a key without a distance sees: {x0, y0, z0, x1, y1, z1}, um */
    CameraPath(Camera camera, Places places, double[] bounds, double aspect) {
        this.camera = camera;
        List<Camera.Key> given = camera.keys();
        this.t = given.stream().mapToDouble(Camera.Key::t).toArray();
        this.keys = new double[t.length][];
        double fit = fit_um(camera, bounds, aspect);
        for (int i = 0; i < t.length; i++) {
            var key = given.get(i);
            double[] target = places.of(key.target() == null ? camera.target() : key.target());
            Double distance = key.orbit().distance_um();
            keys[i] = new double[] {
                target[0],
                target[1],
                target[2],
                key.orbit().azimuth(),
                key.orbit().elevation(),
                StrictMath.log(distance == null ? fit : distance)
            };
        }
    }

    private static double fit_um(Camera camera, double[] b, double aspect) {
        double halfHeight = (b[4] - b[1]) / 2;
        double halfWidth = Math.hypot(b[3] - b[0], b[5] - b[2]) / 2;
        double tan = StrictMath.tan(StrictMath.toRadians(camera.fov() / 2));
        double needed = Math.max(20, Math.max(halfHeight, halfWidth / aspect));
        return needed * (1 + camera.margin()) / tan + halfWidth / 2;
    }

    View view(double share, int width_px, int height_px) {
        double[] v = at(share);
        return View.orbit(
                new double[] {v[0], v[1], v[2]},
                v[3],
                Math.clamp(v[4], -89.0, 89.0),
                StrictMath.exp(v[5]),
                camera.fov(),
                width_px,
                height_px);
    }

    private double[] at(double share) {
        int last = t.length - 1;
        if (share <= t[0] || last == 0) {
            return keys[0];
        }
        if (share >= t[last]) {
            return keys[last];
        }
        int i = 0;
        while (t[i + 1] <= share) {
            i++;
        }
        double h = t[i + 1] - t[i];
        double u = (share - t[i]) / h;
        double[] v = new double[VALUES];
        for (int k = 0; k < VALUES; k++) {
            double a = keys[i][k];
            double b = keys[i + 1][k];
            if (camera.interpolation().equals("linear")) {
                v[k] = a + u * (b - a);
            } else {
                double ma = slope(i, k) * h;
                double mb = slope(i + 1, k) * h;
                double u2 = u * u;
                double u3 = u2 * u;
                v[k] = (2 * u3 - 3 * u2 + 1) * a + (u3 - 2 * u2 + u) * ma + (3 * u2 - 2 * u3) * b + (u3 - u2) * mb;
            }
        }
        return v;
    }

    /** Slope of the spline at a key; at the ends that of the first and the last piece. */
    private double slope(int i, int k) {
        int before = Math.max(0, i - 1);
        int after = Math.min(t.length - 1, i + 1);
        return (keys[after][k] - keys[before][k]) / (t[after] - t[before]);
    }
}
