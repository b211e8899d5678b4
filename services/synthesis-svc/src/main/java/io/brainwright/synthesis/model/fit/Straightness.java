package io.brainwright.synthesis.model.fit;

import io.brainwright.neuro.random.Draws;
import io.brainwright.synthesis.model.parameters.Habit;
import java.util.function.DoubleUnaryOperator;

/** Finds the weight R of the random direction that makes a grown walk as straight as a reconstructed one. */
final class Straightness {
    private static final double TARGETING = 0.14; // as in growth
    private static final double MEMORY = StrictMath.exp(-1);
    private static final int STEPS = 30;
    private static final int LONG_STEPS = 100;

    private Straightness() {}

    /** R by bisection over simulated walks of 30 um that stray like this; the answer is within 0.05..0.8. */
    static double randomness(double chordOverPath, double wander) {
        return bisected(0.05, 0.8, chordOverPath, r -> simulated(r, wander, STEPS));
    }

    /** {@link Habit#wander} by bisection over simulated walks of 100 um with this R; the answer is within 0..0.2. */
    static double wander(double randomness, double chordOverPath) {
        return bisected(0, 0.2, chordOverPath, w -> simulated(randomness, w, LONG_STEPS));
    }

    private static double bisected(double low, double high, double chordOverPath, DoubleUnaryOperator simulated) {
        for (int i = 0; i < 12; i++) {
            double mid = (low + high) / 2;
            if (simulated.applyAsDouble(mid) > chordOverPath) {
                low = mid;
            } else {
                high = mid;
            }
        }
        return low;
    }

    private static double simulated(double randomness, double wander, int steps) {
        var draws = Draws.of(0, "synthesis.fit.straightness", 0);
        double sum = 0;
        double[] r = new double[3];
        for (int walk = 0; walk < 300; walk++) {
            double[] at = new double[3];
            double[] h = {1, 0, 0};
            double[] target = {1, 0, 0};
            for (int s = 0; s < steps; s++) {
                if (wander > 0) {
                    stray(target, wander, draws);
                }
                draws.direction(r);
                double[] u = new double[3];
                double norm = 0;
                for (int c = 0; c < 3; c++) {
                    u[c] = TARGETING * target[c] + randomness * r[c] + (1 - randomness - TARGETING) * h[c];
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
            sum += Math.sqrt(at[0] * at[0] + at[1] * at[1] + at[2] * at[2]) / steps;
        }
        return sum / 300;
    }

    private static void stray(double[] target, double wander, Draws draws) {
        double unit = 0;
        for (int c = 0; c < 3; c++) {
            target[c] += ((c == 0 ? 1 : 0) - target[c]) / Habit.RECALL_UM + draws.normal(0, wander);
            unit += target[c] * target[c];
        }
        for (int c = 0; c < 3; c++) {
            target[c] /= Math.sqrt(unit);
        }
    }
}
