package io.brainwright.neuro.atlas.flatmap;

/**
 * What flattening does to one triangle, and what that costs.
 *
 * <pre>{@code
 *   J = Σ x_i ⊗ g_i                                  x_i flat places, g_i gradients of the triangle's hat functions
 *   E = A [ (ln σ₁σ₂)² + w ((σ₁/σ₂ + σ₂/σ₁)/2 - 1) ]  σ the singular values of J, A the area in space
 * }</pre>
 *
 * The first term keeps area, the second shape; both grow without bound before a triangle folds. The second derivatives are those of
 * the scalings, the twist and the flip (Smith et al. 2019), negative ones left out, so Newton's steps lead downhill.
 *
 * @see <a href="https://doi.org/10.1145/3241041">Smith, de Goes, Kim 2019, Analytic eigensystems for isotropic distortion energies</a>
 */
final class Stretch {
    private final double[] g = new double[6]; // gradients of the hat functions, 1/um
    final double area_um2;
    double first; // σ₁ ≥ σ₂
    double second;
    private final double[] u = new double[4]; // J = U diag(σ) Vᵀ, by rows
    private final double[] v = new double[4];

    /** The triangle in space, by its corners. */
    Stretch(double[] points, int a, int b, int c) {
        double[] e = new double[3];
        double[] f = new double[3];
        double ee = 0;
        double ef = 0;
        double ff = 0;
        for (int k = 0; k < 3; k++) {
            e[k] = points[3 * b + k] - points[3 * a + k];
            f[k] = points[3 * c + k] - points[3 * a + k];
            ee += e[k] * e[k];
            ef += e[k] * f[k];
            ff += f[k] * f[k];
        }
        double bx = Math.sqrt(ee);
        double cx = ef / bx;
        double cy = Math.sqrt(Math.max(0, ff - cx * cx));
        area_um2 = bx * cy / 2;
        g[2] = 1 / bx;
        g[3] = -cx / (bx * cy);
        g[5] = 1 / cy;
        g[0] = -g[2] - g[4];
        g[1] = -g[3] - g[5];
    }

    /** The matrix J of flat places, by rows. */
    void jacobian(double[] uv, int a, int b, int c, double[] j) {
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 2; column++) {
                j[2 * row + column] =
                        uv[2 * a + row] * g[column] + uv[2 * b + row] * g[2 + column] + uv[2 * c + row] * g[4 + column];
            }
        }
    }

    /** Cost per area of a matrix; infinite where it folds. */
    static double cost(double[] j, double shape) {
        double det = j[0] * j[3] - j[1] * j[2];
        if (!(det > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double log = Math.log(det);
        double square = j[0] * j[0] + j[1] * j[1] + j[2] * j[2] + j[3] * j[3];
        return log * log + shape * (square / (2 * det) - 1);
    }

    /** Singular values and vectors of a matrix with a positive determinant. */
    void decompose(double[] j) {
        double sum = Math.hypot(j[0] + j[3], j[2] - j[1]) / 2;
        double difference = Math.hypot(j[0] - j[3], j[2] + j[1]) / 2;
        first = sum + difference;
        second = sum - difference;
        double plus = Math.atan2(j[2] - j[1], j[0] + j[3]);
        double minus = difference < 1e-12 * sum ? 0 : Math.atan2(j[2] + j[1], j[0] - j[3]);
        turn((plus + minus) / 2, u);
        turn((minus - plus) / 2, v);
    }

    private static void turn(double angle, double[] matrix) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        matrix[0] = cos;
        matrix[1] = -sin;
        matrix[2] = sin;
        matrix[3] = cos;
    }

    /** Writes the derivative of the cost per area by the six flat coordinates. */
    void gradient(double shape, double[] six) {
        double log = Math.log(first * second);
        double f1 = 2 * log / first + shape * (1 / second - second / (first * first)) / 2;
        double f2 = 2 * log / second + shape * (1 / first - first / (second * second)) / 2;
        mode(f1, 0, 0, f2, six);
    }

    /**
     * Writes four directions of the six flat coordinates, each scaled by the root of its curvature: the second derivative is the sum
     * of their outer products.
     */
    void curvatures(double shape, double[][] modes) {
        double s = first;
        double t = second;
        double log = Math.log(s * t);
        double h11 = (2 - 2 * log) / (s * s) + shape * t / (s * s * s);
        double h22 = (2 - 2 * log) / (t * t) + shape * s / (t * t * t);
        double h12 = 2 / (s * t) - shape * (1 / (s * s) + 1 / (t * t)) / 2;
        double mean = (h11 + h22) / 2;
        double half = (h11 - h22) / 2;
        double root = Math.hypot(half, h12);
        double angle = root == 0 ? 0 : Math.atan2(h12, half) / 2;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double high = Math.sqrt(Math.max(0, mean + root));
        double low = Math.sqrt(Math.max(0, mean - root));
        mode(high * cos, 0, 0, high * sin, modes[0]);
        mode(-low * sin, 0, 0, low * cos, modes[1]);
        double product = s * t;
        double twist = 2 * log / product - shape * (s - t) * (s - t) / (2 * product * product);
        double flip = -2 * log / product + shape * (1 / product + (s * s + product + t * t) / (product * product)) / 2;
        double ofTwist = Math.sqrt(Math.max(0, twist) / 2);
        double ofFlip = Math.sqrt(Math.max(0, flip) / 2);
        mode(0, -ofTwist, ofTwist, 0, modes[2]);
        mode(0, ofFlip, ofFlip, 0, modes[3]);
    }

    /** U M Vᵀ as a direction of the six flat coordinates. */
    private void mode(double m0, double m1, double m2, double m3, double[] six) {
        double a0 = u[0] * m0 + u[1] * m2;
        double a1 = u[0] * m1 + u[1] * m3;
        double a2 = u[2] * m0 + u[3] * m2;
        double a3 = u[2] * m1 + u[3] * m3;
        double q0 = a0 * v[0] + a1 * v[1];
        double q1 = a0 * v[2] + a1 * v[3];
        double q2 = a2 * v[0] + a3 * v[1];
        double q3 = a2 * v[2] + a3 * v[3];
        for (int i = 0; i < 3; i++) {
            six[2 * i] = q0 * g[2 * i] + q1 * g[2 * i + 1];
            six[2 * i + 1] = q2 * g[2 * i] + q3 * g[2 * i + 1];
        }
    }
}
