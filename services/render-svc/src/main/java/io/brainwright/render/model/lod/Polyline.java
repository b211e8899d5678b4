package io.brainwright.render.model.lod;

import io.brainwright.neuro.morphology.Morphology;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Which points of a section are enough to draw it.
 *
 * <p>Douglas and Peucker's line simplification: a run of points becomes one straight segment where none of them lies farther
 * from it than the tolerance; otherwise the farthest is kept and both halves are looked at in turn.
 *
 * @see <a href="https://doi.org/10.3138/FM57-6770-U75U-7727">Douglas and Peucker 1973, Cartographica</a>
 */
public final class Polyline {
    private Polyline() {}

    /**
     * Points of a section to keep, in order, its ends always among them.
     *
     * @param tolerance_um greatest distance of a left-out point from the segment that stands for it
     */
    public static int[] simplified(Morphology m, int section, double tolerance_um) {
        int first = m.begin(section);
        int n = m.end(section) - first;
        if (n <= 2) {
            return indices(first, n);
        }
        var kept = new boolean[n];
        kept[0] = true;
        kept[n - 1] = true;
        var runs = new ArrayDeque<int[]>();
        runs.push(new int[] {0, n - 1});
        while (!runs.isEmpty()) {
            var run = runs.pop();
            int far = farthest(m, first + run[0], first + run[1], tolerance_um) - first;
            if (far >= 0) {
                kept[far] = true;
                runs.push(new int[] {run[0], far});
                runs.push(new int[] {far, run[1]});
            }
        }
        int count = 0;
        var result = new int[n];
        for (int i = 0; i < n; i++) {
            if (kept[i]) {
                result[count++] = first + i;
            }
        }
        return Arrays.copyOf(result, count);
    }

    private static int[] indices(int first, int n) {
        var all = new int[n];
        for (int i = 0; i < n; i++) {
            all[i] = first + i;
        }
        return all;
    }

    /** The point between a and b that lies farthest from their segment, if beyond the tolerance; else -1. */
    private static int farthest(Morphology m, int a, int b, double tolerance_um) {
        int found = -1;
        double worst = tolerance_um * tolerance_um;
        for (int p = a + 1; p < b; p++) {
            double d = squareDistance(m, p, a, b);
            if (d > worst) {
                worst = d;
                found = p;
            }
        }
        return found;
    }

    private static double squareDistance(Morphology m, int p, int a, int b) {
        double ux = m.x(b) - m.x(a);
        double uy = m.y(b) - m.y(a);
        double uz = m.z(b) - m.z(a);
        double wx = m.x(p) - m.x(a);
        double wy = m.y(p) - m.y(a);
        double wz = m.z(p) - m.z(a);
        double uu = ux * ux + uy * uy + uz * uz;
        double t = uu == 0 ? 0 : Math.clamp((wx * ux + wy * uy + wz * uz) / uu, 0.0, 1.0);
        double dx = wx - t * ux;
        double dy = wy - t * uy;
        double dz = wz - t * uz;
        return dx * dx + dy * dy + dz * dz;
    }
}
