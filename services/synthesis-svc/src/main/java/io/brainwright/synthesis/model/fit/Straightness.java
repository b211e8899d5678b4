package io.brainwright.synthesis.model.fit;

import io.brainwright.neuro.random.Draws;

/** Finds the weight R of the random direction that makes a grown walk as straight as a reconstructed one. */
final class Straightness {
    private static final double TARGETING = 0.14; // as in growth
    private static final double MEMORY = StrictMath.exp(-1);
    private static final int STEPS = 30;

    private Straightness() {}

    /** R by bisection over simulated walks; the answer is within 0.05..0.8. */
    static double randomness(double chordOverPath) {
        double low = 0.05;
        double high = 0.8;
        for (int i = 0; i < 12; i++) {
            double mid = (low + high) / 2;
            if (simulated(mid) > chordOverPath) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return low;
    }

    private static double simulated(double randomness) {
        var draws = Draws.of(0, "synthesis.fit.straightness", 0);
        double sum = 0;
        double[] r = new double[3];
        for (int walk = 0; walk < 300; walk++) {
            double[] at = new double[3];
            double[] h = {1, 0, 0};
            for (int s = 0; s < STEPS; s++) {
                draws.direction(r);
                double[] u = new double[3];
                double norm = 0;
                for (int c = 0; c < 3; c++) {
                    u[c] = (c == 0 ? TARGETING : 0) + randomness * r[c] + (1 - randomness - TARGETING) * h[c];
                    norm += u[c] * u[c];
                }
                double unit = 0;
                for (int c = 0; c < 3; c++) {
                    at[c] += u[c] / Math.sqrt(norm);
                    h[c] = (1 - MEMORY) * u[c] / Math.sqrt(norm) + MEMORY * h[c];
                    unit += h[c] * h[c];
                }
                for (int c = 0; c < 3; c++) {
                    h[c] /= Math.sqrt(unit);
                }
            }
            sum += Math.sqrt(at[0] * at[0] + at[1] * at[1] + at[2] * at[2]) / STEPS;
        }
        return sum / 300;
    }
}
