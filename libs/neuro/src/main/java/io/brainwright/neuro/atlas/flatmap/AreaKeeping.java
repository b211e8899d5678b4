package io.brainwright.neuro.atlas.flatmap;

import java.util.Arrays;

/**
 * Moves the flat places of a sheet until its triangles keep their areas, and their shapes as far as that allows: Newton's method on
 * {@link Stretch}'s cost, each step shortened so that no triangle folds. The weight of shape starts at 1 and is lowered, as a map that
 * keeps area alone is not determined.
 */
final class AreaKeeping {
    private static final double[] SHAPE = {1, 0.1, 0.02
    }; // chosen: the last keeps areas of a spherical octant to a percent
    private static final int MOST_STEPS = 100;
    private static final double ENOUGH = 1e-5; // chosen: relative gain of a step below which the map stands still
    private static final double RESIDUAL = 0.01;
    private static final int MOST_SOLVER_STEPS = 1000;

    private final Disk disk;
    private final Stretch[] triangles;
    private final double area_um2;
    private final double[] modes;
    private double[] uv;
    private double shape = SHAPE[0];

    AreaKeeping(Disk disk) {
        this.disk = disk;
        triangles = new Stretch[disk.real];
        double sum = 0;
        for (int t = 0; t < triangles.length; t++) {
            triangles[t] = new Stretch(disk.points, vertex(t, 0), vertex(t, 1), vertex(t, 2));
            sum += triangles[t].area_um2;
        }
        area_um2 = sum;
        modes = new double[24 * triangles.length];
        uv = Tutte.layOut(disk, area_um2);
    }

    private int vertex(int triangle, int k) {
        return disk.triangles[3 * triangle + k];
    }

    /** Two numbers per vertex. */
    double[] run() {
        for (double weight : SHAPE) {
            shape = weight;
            double cost = cost(uv);
            for (int step = 0; step < MOST_STEPS && cost > 1e-12; step++) {
                double before = cost;
                cost = step(cost);
                if (before - cost < ENOUGH * before) {
                    break;
                }
            }
        }
        return uv;
    }

    double area_um2() {
        return area_um2;
    }

    private double cost(double[] places) {
        double[] j = new double[4];
        double sum = 0;
        for (int t = 0; t < triangles.length; t++) {
            triangles[t].jacobian(places, vertex(t, 0), vertex(t, 1), vertex(t, 2), j);
            sum += triangles[t].area_um2 / area_um2 * Stretch.cost(j, shape);
        }
        return sum;
    }

    private double step(double cost) {
        double[] slope = new double[uv.length];
        double[] blocks = new double[3 * disk.vertices()]; // xx, xy, yy of each vertex
        differentiate(slope, blocks);
        double[] direction = new double[uv.length];
        double[] rest = Arrays.stream(slope).map(s -> -s).toArray();
        ConjugateGradients.solve(
                rest,
                this::curve,
                (r, z) -> precondition(blocks, r, z),
                RESIDUAL,
                MOST_SOLVER_STEPS,
                (i, x) -> direction[i] = x);
        double downhill = ConjugateGradients.dot(slope, direction);
        double length = Math.min(1, 0.9 * untilFold(direction));
        double[] places = new double[uv.length];
        for (int halving = 0; halving < 40; halving++) {
            for (int i = 0; i < places.length; i++) {
                places[i] = uv[i] + length * direction[i];
            }
            double there = cost(places);
            if (there <= cost + 1e-4 * length * downhill) {
                uv = places;
                return there;
            }
            length /= 2;
        }
        return cost;
    }

    private void differentiate(double[] slope, double[] blocks) {
        double[] j = new double[4];
        double[] six = new double[6];
        double[][] four = new double[4][6];
        for (int t = 0; t < triangles.length; t++) {
            double share = triangles[t].area_um2 / area_um2;
            triangles[t].jacobian(uv, vertex(t, 0), vertex(t, 1), vertex(t, 2), j);
            triangles[t].decompose(j);
            triangles[t].gradient(shape, six);
            triangles[t].curvatures(shape, four);
            for (int k = 0; k < 3; k++) {
                int at = vertex(t, k);
                slope[2 * at] += share * six[2 * k];
                slope[2 * at + 1] += share * six[2 * k + 1];
                for (int m = 0; m < 4; m++) {
                    double x = Math.sqrt(share) * four[m][2 * k];
                    double y = Math.sqrt(share) * four[m][2 * k + 1];
                    modes[24 * t + 6 * m + 2 * k] = x;
                    modes[24 * t + 6 * m + 2 * k + 1] = y;
                    blocks[3 * at] += x * x;
                    blocks[3 * at + 1] += x * y;
                    blocks[3 * at + 2] += y * y;
                }
            }
        }
    }

    /** y = second derivative times x. */
    private void curve(double[] x, double[] y) {
        Arrays.fill(y, 0);
        for (int t = 0; t < triangles.length; t++) {
            int a = 2 * vertex(t, 0);
            int b = 2 * vertex(t, 1);
            int c = 2 * vertex(t, 2);
            for (int m = 24 * t; m < 24 * t + 24; m += 6) {
                double along = modes[m] * x[a]
                        + modes[m + 1] * x[a + 1]
                        + modes[m + 2] * x[b]
                        + modes[m + 3] * x[b + 1]
                        + modes[m + 4] * x[c]
                        + modes[m + 5] * x[c + 1];
                y[a] += along * modes[m];
                y[a + 1] += along * modes[m + 1];
                y[b] += along * modes[m + 2];
                y[b + 1] += along * modes[m + 3];
                y[c] += along * modes[m + 4];
                y[c + 1] += along * modes[m + 5];
            }
        }
    }

    private static void precondition(double[] blocks, double[] r, double[] z) {
        for (int v = 0; v < blocks.length / 3; v++) {
            double xx = blocks[3 * v];
            double xy = blocks[3 * v + 1];
            double yy = blocks[3 * v + 2];
            double keep = 1e-9 * (xx + yy); // a lone direction without curvature must not divide by zero
            double det = (xx + keep) * (yy + keep) - xy * xy;
            z[2 * v] = det > 0 ? ((yy + keep) * r[2 * v] - xy * r[2 * v + 1]) / det : 0;
            z[2 * v + 1] = det > 0 ? ((xx + keep) * r[2 * v + 1] - xy * r[2 * v]) / det : 0;
        }
    }

    /** Length of a step at which the first triangle would have no area. */
    private double untilFold(double[] direction) {
        double[] j = new double[4];
        double[] d = new double[4];
        double least = Double.POSITIVE_INFINITY;
        for (int t = 0; t < triangles.length; t++) {
            triangles[t].jacobian(uv, vertex(t, 0), vertex(t, 1), vertex(t, 2), j);
            triangles[t].jacobian(direction, vertex(t, 0), vertex(t, 1), vertex(t, 2), d);
            double a = d[0] * d[3] - d[1] * d[2];
            double b = j[0] * d[3] + d[0] * j[3] - j[1] * d[2] - d[1] * j[2];
            double c = j[0] * j[3] - j[1] * j[2];
            least = Math.min(least, root(a, b, c));
        }
        return least;
    }

    /** Least positive root of a s² + b s + c for c > 0; infinite if there is none. */
    private static double root(double a, double b, double c) {
        double under = b * b - 4 * a * c;
        if (under < 0) {
            return Double.POSITIVE_INFINITY;
        }
        double q = -(b + Math.copySign(Math.sqrt(under), b)) / 2;
        double r1 = a == 0 ? -1 : q / a;
        double r2 = q == 0 ? -1 : c / q;
        double least = Double.POSITIVE_INFINITY;
        least = r1 > 0 ? Math.min(least, r1) : least;
        return r2 > 0 ? Math.min(least, r2) : least;
    }

    /** What was left: singular values of every triangle, (larger, smaller); a fold has a negative smaller one. */
    double[][] stretches() {
        double[][] found = new double[triangles.length][2];
        double[] j = new double[4];
        for (int t = 0; t < triangles.length; t++) {
            triangles[t].jacobian(uv, vertex(t, 0), vertex(t, 1), vertex(t, 2), j);
            triangles[t].decompose(j);
            found[t][0] = triangles[t].first;
            found[t][1] = triangles[t].second;
        }
        return found;
    }

    double area_um2(int triangle) {
        return triangles[triangle].area_um2;
    }
}
