package io.brainwright.neuro.atlas.fields;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Shortest straight distance from the centre of every voxel to the pia, um.
 *
 * <p>The pia of a volume is a staircase, whose nearest step is always nearer than the surface it stands for. So every pia voxel
 * gets one point, the mean of its open faces, smoothed over its neighbours; a voxel then tries the nearest points of its
 * neighbours until none improves.
 */
final class PiaDistance {
    private static final int SMOOTHINGS = 3; // chosen: levels steps of one voxel, keeps curvature of ten

    private final LayeredRegion region;
    private final int[] owner; // pia voxel whose point is the nearest
    private float[] point; // three per voxel, NaN where it is none of the pia

    PiaDistance(LayeredRegion region, Potential potential) {
        this.region = region;
        this.owner = new int[region.size()];
        this.point = new float[3 * region.size()];
        Arrays.fill(owner, -1);
        Arrays.fill(point, Float.NaN);
        for (int v = 0; v < region.size(); v++) {
            place(potential, v);
        }
        for (int i = 0; i < SMOOTHINGS; i++) {
            smooth();
        }
    }

    private void place(Potential potential, int v) {
        double[] sum = new double[3];
        int n = 0;
        for (int f = 0; f < 6; f++) {
            if (potential.face(v, f) == Potential.PIA) {
                n++;
                sum[f >> 1] += (f & 1) == 0 ? -0.5 : 0.5;
            }
        }
        for (int a = 0; a < 3 && n > 0; a++) {
            point[3 * v + a] = (float) ((region.index(v, a) + sum[a] / n) * region.edge_um(a));
        }
    }

    private void smooth() {
        float[] old = point;
        point = old.clone();
        for (int v = 0; v < region.size(); v++) {
            if (!Float.isNaN(old[3 * v])) {
                double[] sum = new double[3];
                int n = 0;
                for (int c = 0; c < 27; c++) {
                    int other = around(v, c);
                    if (other >= 0 && !Float.isNaN(old[3 * other])) {
                        n++;
                        for (int a = 0; a < 3; a++) {
                            sum[a] += old[3 * other + a];
                        }
                    }
                }
                for (int a = 0; a < 3; a++) {
                    point[3 * v + a] = (float) (sum[a] / n);
                }
            }
        }
    }

    private int around(int v, int c) {
        return region.at(
                region.index(v, 0) + c % 3 - 1, region.index(v, 1) + c / 3 % 3 - 1, region.index(v, 2) + c / 9 - 1);
    }

    float[] distances_um() {
        float[] best = new float[region.size()];
        Arrays.fill(best, Float.NaN);
        var queue = new ArrayDeque<Integer>();
        for (int v = 0; v < best.length; v++) {
            if (!Float.isNaN(point[3 * v]) && offer(v, v, best)) {
                queue.add(v);
            }
        }
        while (!queue.isEmpty()) {
            int v = queue.remove();
            for (int c = 0; c < 27; c++) {
                int other = around(v, c);
                if (other >= 0 && other != v && offer(other, owner[v], best)) {
                    queue.add(other);
                }
            }
        }
        return best;
    }

    private boolean offer(int v, int from, float[] best) {
        double sum = 0;
        for (int a = 0; a < 3; a++) {
            double d = region.index(v, a) * region.edge_um(a) - point[3 * from + a];
            sum += d * d;
        }
        float distance = (float) Math.sqrt(sum);
        if (distance < best[v] || Float.isNaN(best[v])) {
            best[v] = distance;
            owner[v] = from;
            return true;
        }
        return false;
    }
}
