package io.brainwright.neuro.atlas.fields;

import io.brainwright.neuro.atlas.flatmap.FlatSurface;

/** Finds the flat place of a point near the mid surface: the nearest triangle's, carried on over its edge at a rim. */
final class SurfacePlaces {
    private final MidSurface surface;
    private final FlatSurface flat;
    private final double[] step_um = new double[3];
    private final int[] begin; // of each vertex's triangles
    private final int[] around;

    SurfacePlaces(LayeredRegion region, MidSurface surface, FlatSurface flat) {
        this.surface = surface;
        this.flat = flat;
        for (int a = 0; a < 3; a++) {
            step_um[a] = region.edge_um(a) * surface.stride();
        }
        int[] triangles = surface.triangles();
        begin = new int[surface.points_um().length / 3 + 1];
        for (int vertex : triangles) {
            begin[vertex + 1]++;
        }
        for (int v = 1; v < begin.length; v++) {
            begin[v] += begin[v - 1];
        }
        around = new int[triangles.length];
        int[] at = begin.clone();
        for (int c = 0; c < triangles.length; c++) {
            around[at[triangles[c]]++] = c / 3;
        }
    }

    /** Room for the search of one point. */
    static final class Search {
        private final double[] best = new double[3]; // squared distance, shares of the second and third corner
        private int triangle;
    }

    /**
     * Writes the flat place of a point.
     *
     * @param p from the box's corner, um
     * @param edge_um of a voxel, along an axis
     * @return false where no triangle with a place is within two cubes
     */
    boolean find(double[] p, double[] edge_um, Search search, double[] uv) {
        search.triangle = -1;
        search.best[0] = Double.POSITIVE_INFINITY;
        int x = (int) Math.floor((p[0] - edge_um[0] / 2) / step_um[0]);
        int y = (int) Math.floor((p[1] - edge_um[1] / 2) / step_um[1]);
        int z = (int) Math.floor((p[2] - edge_um[2] / 2) / step_um[2]);
        for (int reach = 1; reach <= 2 && search.triangle < 0; reach++) {
            for (int k = z - reach; k <= z + reach; k++) {
                for (int j = y - reach; j <= y + reach; j++) {
                    for (int i = x - reach; i <= x + reach; i++) {
                        look(surface.cubes().at(i, j, k), p, search);
                    }
                }
            }
        }
        if (search.triangle < 0) {
            return false;
        }
        for (int axis = 0; axis < 2; axis++) {
            double a = flat.place_um(search.triangle, 0, axis);
            uv[axis] = a
                    + search.best[1] * (flat.place_um(search.triangle, 1, axis) - a)
                    + search.best[2] * (flat.place_um(search.triangle, 2, axis) - a);
        }
        return true;
    }

    private void look(int vertex, double[] p, Search search) {
        if (vertex >= 0) {
            for (int i = begin[vertex]; i < begin[vertex + 1]; i++) {
                if (flat.isPlaced(around[i])) {
                    measure(around[i], p, search);
                }
            }
        }
    }

    private void measure(int t, double[] p, Search search) {
        double[] points = surface.points_um();
        int a = 3 * surface.triangles()[3 * t];
        int b = 3 * surface.triangles()[3 * t + 1];
        int c = 3 * surface.triangles()[3 * t + 2];
        double ee = 0;
        double ef = 0;
        double ff = 0;
        double pe = 0;
        double pf = 0;
        double pp = 0;
        for (int k = 0; k < 3; k++) {
            double e = points[b + k] - points[a + k];
            double f = points[c + k] - points[a + k];
            double q = p[k] - points[a + k];
            ee += e * e;
            ef += e * f;
            ff += f * f;
            pe += q * e;
            pf += q * f;
            pp += q * q;
        }
        double det = ee * ff - ef * ef;
        double s = (pe * ff - pf * ef) / det;
        double r = (pf * ee - pe * ef) / det;
        double distance = squared(s, r, ee, ef, ff, pe, pf, pp);
        if (distance < search.best[0]) {
            search.best[0] = distance;
            search.best[1] = s;
            search.best[2] = r;
            search.triangle = t;
        }
    }

    /** Squared distance from the triangle, from the shares of the foot of the perpendicular. */
    private static double squared(
            double s, double r, double ee, double ef, double ff, double pe, double pf, double pp) {
        if (s >= 0 && r >= 0 && s + r <= 1) {
            return along(s, r, ee, ef, ff, pe, pf, pp);
        }
        double onE = along(Math.clamp(pe / ee, 0, 1), 0, ee, ef, ff, pe, pf, pp);
        double onF = along(0, Math.clamp(pf / ff, 0, 1), ee, ef, ff, pe, pf, pp);
        double third = Math.clamp((pf - pe - ef + ee) / (ee - 2 * ef + ff), 0, 1);
        return Math.min(Math.min(onE, onF), along(1 - third, third, ee, ef, ff, pe, pf, pp));
    }

    private static double along(double s, double r, double ee, double ef, double ff, double pe, double pf, double pp) {
        return pp - 2 * (s * pe + r * pf) + s * s * ee + 2 * s * r * ef + r * r * ff;
    }
}
