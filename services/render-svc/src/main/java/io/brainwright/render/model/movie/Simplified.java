package io.brainwright.render.model.movie;

import io.brainwright.neuro.morphology.Morphology;
import java.util.Arrays;

/**
 * Which points of a section are drawn: those without which the line would lie more than a tolerance from where it was.
 *
 * @see <a href="https://doi.org/10.3138/FM57-6770-U75U-7727">Douglas and Peucker 1973</a>
 */
final class Simplified {
    private Simplified() {}

    /** Points kept, first and last among them. */
    static int[] points(Morphology m, int from, int to, double tolerance_um) {
        int n = to - from;
        if (n <= 2) {
            return n == 2 ? new int[] {from, to - 1} : n == 1 ? new int[] {from} : new int[0];
        }
        boolean[] keep = new boolean[n];
        keep[0] = true;
        keep[n - 1] = true;
        int[] stack = new int[2 * n];
        int top = 0;
        stack[top++] = 0;
        stack[top++] = n - 1;
        while (top > 0) {
            int b = stack[--top];
            int a = stack[--top];
            int far = -1;
            double most = tolerance_um * tolerance_um;
            for (int i = a + 1; i < b; i++) {
                double d = distance2(m, from + i, from + a, from + b);
                if (d > most) {
                    most = d;
                    far = i;
                }
            }
            if (far >= 0) {
                keep[far] = true;
                stack[top++] = a;
                stack[top++] = far;
                stack[top++] = far;
                stack[top++] = b;
            }
        }
        int[] kept = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (keep[i]) {
                kept[count++] = from + i;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static double distance2(Morphology m, int p, int a, int b) {
        double ax = m.x(b) - m.x(a);
        double ay = m.y(b) - m.y(a);
        double az = m.z(b) - m.z(a);
        double px = m.x(p) - m.x(a);
        double py = m.y(p) - m.y(a);
        double pz = m.z(p) - m.z(a);
        double length2 = ax * ax + ay * ay + az * az;
        double t = length2 == 0 ? 0 : Math.clamp((px * ax + py * ay + pz * az) / length2, 0.0, 1.0);
        double dx = px - t * ax;
        double dy = py - t * ay;
        double dz = pz - t * az;
        return dx * dx + dy * dy + dz * dz;
    }
}
