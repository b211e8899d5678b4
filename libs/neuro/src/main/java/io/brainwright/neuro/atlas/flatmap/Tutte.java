package io.brainwright.neuro.atlas.flatmap;

/**
 * A first flat place for every vertex, without any fold: the rim on a circle, by its lengths, and every other vertex at the mean of its
 * neighbours.
 *
 * @see <a href="https://doi.org/10.1112/plms/s3-13.1.743">Tutte 1963, How to draw a graph</a>
 */
final class Tutte {
    private static final double TOLERANCE = 1e-10; // chosen: folds come back where vertices lie 1e-8 apart or less
    private static final int MOST = 20_000;

    private Tutte() {}

    /** Two numbers per vertex, on a disc with the area of the sheet. */
    static double[] layOut(Disk disk, double area_um2) {
        double[] uv = new double[2 * disk.vertices()];
        boolean[] fixed = new boolean[disk.vertices()];
        double radius = Math.sqrt(area_um2 / Math.PI);
        int[] rim = disk.rim;
        double whole = 0;
        double[] along = new double[rim.length];
        for (int i = 0; i < rim.length; i++) {
            along[i] = whole;
            whole += Math.sqrt(Disk.square(disk.points, rim[i], rim[(i + 1) % rim.length]));
        }
        for (int i = 0; i < rim.length; i++) {
            double angle = 2 * Math.PI * along[i] / whole;
            uv[2 * rim[i]] = radius * Math.cos(angle);
            uv[2 * rim[i] + 1] = radius * Math.sin(angle);
            fixed[rim[i]] = true;
        }
        relax(disk, uv, fixed);
        return uv;
    }

    /** Σ over neighbours (x_i - x_j) = 0 for every vertex that is not fixed, by conjugate gradients. */
    private static void relax(Disk disk, double[] uv, boolean[] fixed) {
        double[] degree = new double[disk.vertices()];
        for (int vertex : disk.triangles) {
            degree[vertex] += 2; // each inner edge from both of its triangles
        }
        double[] rest = new double[uv.length];
        laplace(disk, uv, rest);
        for (int i = 0; i < rest.length; i++) {
            rest[i] = fixed[i / 2] ? 0 : -rest[i];
        }
        ConjugateGradients.solve(
                rest,
                (x, y) -> {
                    laplace(disk, x, y);
                    for (int i = 0; i < y.length; i++) {
                        y[i] = fixed[i / 2] ? 0 : y[i];
                    }
                },
                (r, z) -> {
                    for (int i = 0; i < r.length; i++) {
                        z[i] = fixed[i / 2] ? 0 : r[i] / degree[i / 2];
                    }
                },
                TOLERANCE,
                MOST,
                (i, x) -> uv[i] += x);
    }

    private static void laplace(Disk disk, double[] x, double[] y) {
        java.util.Arrays.fill(y, 0);
        int[] t = disk.triangles;
        for (int c = 0; c < t.length; c++) {
            int a = t[c];
            int b = t[Sheets.next(c)];
            for (int k = 0; k < 2; k++) {
                double d = x[2 * a + k] - x[2 * b + k];
                y[2 * a + k] += d;
                y[2 * b + k] -= d;
            }
        }
    }
}
