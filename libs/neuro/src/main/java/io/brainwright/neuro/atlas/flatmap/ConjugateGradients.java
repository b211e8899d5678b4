package io.brainwright.neuro.atlas.flatmap;

/**
 * Solves A x = b for a symmetric, positive (semi-)definite A that is known by what it does to a vector.
 *
 * @see <a href="https://doi.org/10.6028/jres.049.044">Hestenes, Stiefel 1952, Methods of conjugate gradients</a>
 */
final class ConjugateGradients {
    private ConjugateGradients() {}

    /** Writes what a matrix makes of x into y. */
    interface Matrix {
        void times(double[] x, double[] y);
    }

    /** Takes one number of the solution. */
    interface Result {
        void set(int i, double x);
    }

    /**
     * Starts from 0 and goes on until the residual is a given share of b.
     *
     * @param b right side; overwritten with the residual
     * @param preconditioner a cheap inverse of about A
     * @return steps taken
     */
    static int solve(double[] b, Matrix a, Matrix preconditioner, double tolerance, int most, Result result) {
        int n = b.length;
        double[] x = new double[n];
        double[] z = new double[n];
        double[] ap = new double[n];
        preconditioner.times(b, z);
        double[] p = z.clone();
        double rz = dot(b, z);
        double goal = tolerance * tolerance * dot(b, b);
        int step = 0;
        while (step < most && dot(b, b) > goal && rz > 0) {
            a.times(p, ap);
            double curve = dot(p, ap);
            if (curve <= 0) {
                break;
            }
            double by = rz / curve;
            for (int i = 0; i < n; i++) {
                x[i] += by * p[i];
                b[i] -= by * ap[i];
            }
            preconditioner.times(b, z);
            double next = dot(b, z);
            for (int i = 0; i < n; i++) {
                p[i] = z[i] + next / rz * p[i];
            }
            rz = next;
            step++;
        }
        for (int i = 0; i < n; i++) {
            result.set(i, x[i]);
        }
        return step;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
