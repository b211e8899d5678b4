package io.brainwright.synthesis.model.growth;

import io.brainwright.synthesis.model.growth.TreeGrower.Kept;
import java.util.Arrays;

/** Leaves points away that lie within a tolerance of the line between their neighbours (Douglas and Peucker 1973). */
final class Thinning {
    private Thinning() {}

    static void write(double[] path, int n, Kept kept, GrowthBuffer out) {
        var keep = new boolean[n];
        keep[0] = true;
        int[] stack = new int[2 * n + 4];
        int top = 0;
        for (int a = 0; a < n - 1; a += kept.stretch()) {
            int b = Math.min(n - 1, a + kept.stretch());
            keep[b] = true;
            top = push(stack, top, a, b);
        }
        while (top > 0) {
            int b = stack[--top];
            int a = stack[--top];
            int far = farthest(path, a, b, kept.off_um());
            if (far > 0) {
                keep[far] = true;
                top = push(stack, top, a, far);
                top = push(stack, top, far, b);
            }
        }
        for (int p = 0; p < n; p++) {
            if (keep[p]) {
                out.point(path[3 * p], path[3 * p + 1], path[3 * p + 2], 0);
            }
        }
        Arrays.fill(keep, false);
    }

    private static int push(int[] stack, int top, int a, int b) {
        stack[top] = a;
        stack[top + 1] = b;
        return top + 2;
    }

    private static int farthest(double[] p, int a, int b, double tolerance_um) {
        double dx = p[3 * b] - p[3 * a];
        double dy = p[3 * b + 1] - p[3 * a + 1];
        double dz = p[3 * b + 2] - p[3 * a + 2];
        double dd = Math.max(1e-12, dx * dx + dy * dy + dz * dz);
        double worst = tolerance_um * tolerance_um;
        int at = -1;
        for (int i = a + 1; i < b; i++) {
            double ex = p[3 * i] - p[3 * a];
            double ey = p[3 * i + 1] - p[3 * a + 1];
            double ez = p[3 * i + 2] - p[3 * a + 2];
            double along = Math.clamp((ex * dx + ey * dy + ez * dz) / dd, 0, 1);
            double off = square(ex - along * dx) + square(ey - along * dy) + square(ez - along * dz);
            if (off > worst) {
                worst = off;
                at = i;
            }
        }
        return at;
    }

    private static double square(double v) {
        return v * v;
    }
}
