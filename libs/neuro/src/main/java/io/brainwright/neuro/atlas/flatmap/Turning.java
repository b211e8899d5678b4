package io.brainwright.neuro.atlas.flatmap;

/** Turns a patch into its standing position. */
final class Turning {
    private static final double FACES_X = 0.3; // chosen: mean growth along x below which v takes z

    private Turning() {}

    /** The places turned so that u grows along x as much as it can, or v along z where the sheet faces x. */
    static double[] upright(Disk disk, double[] uv) {
        double[][] growth = growth(disk, uv); // of u and v along x, y, z, mean over the area
        double alongX = Math.hypot(growth[0][0], growth[1][0]);
        double angle =
                alongX > FACES_X ? -Math.atan2(growth[1][0], growth[0][0]) : Math.atan2(growth[0][2], growth[1][2]);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double[] turned = new double[uv.length];
        for (int i = 0; i < uv.length; i += 2) {
            turned[i] = cos * uv[i] - sin * uv[i + 1];
            turned[i + 1] = sin * uv[i] + cos * uv[i + 1];
        }
        return turned;
    }

    private static double[][] growth(Disk disk, double[] uv) {
        double[][] mean = new double[2][3];
        double whole = 0;
        for (int t = 0; t < disk.real; t++) {
            int a = disk.triangles[3 * t];
            double[] e = between(disk.points, a, disk.triangles[3 * t + 1]);
            double[] f = between(disk.points, a, disk.triangles[3 * t + 2]);
            double ee = dot(e, e);
            double ef = dot(e, f);
            double ff = dot(f, f);
            double det = ee * ff - ef * ef;
            double area = Math.sqrt(Math.max(0, det)) / 2;
            whole += area;
            for (int k = 0; k < 2; k++) {
                double de = uv[2 * disk.triangles[3 * t + 1] + k] - uv[2 * a + k];
                double df = uv[2 * disk.triangles[3 * t + 2] + k] - uv[2 * a + k];
                for (int axis = 0; axis < 3; axis++) {
                    mean[k][axis] += area * ((de * ff - df * ef) * e[axis] + (df * ee - de * ef) * f[axis]) / det;
                }
            }
        }
        for (double[] row : mean) {
            for (int axis = 0; axis < 3; axis++) {
                row[axis] /= whole;
            }
        }
        return mean;
    }

    private static double[] between(double[] points, int a, int b) {
        return new double[] {
            points[3 * b] - points[3 * a], points[3 * b + 1] - points[3 * a + 1], points[3 * b + 2] - points[3 * a + 2]
        };
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
