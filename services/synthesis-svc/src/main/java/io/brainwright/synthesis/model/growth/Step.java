package io.brainwright.synthesis.model.growth;

import io.brainwright.neuro.random.Draws;

/**
 * One step of a growing tip.
 *
 * <pre>{@code
 *   u = T·target + R·random + (1 - T - R)·history,   step 1 um
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1016/j.celrep.2022.110586">Kanari et al. 2022, Cell Reports</a>
 */
final class Step {
    static final double LENGTH_UM = 1; // Kanari et al. 2022: mean step 1 um; chosen: without spread
    static final double TARGETING = 0.14; // Kanari et al. 2022, example value of T
    private static final double MEMORY =
            StrictMath.exp(-1); // weight of a step over the next: exp(k), as in Kanari et al.

    private Step() {}

    /**
     * Writes the next step.
     *
     * @param direction history, a unit vector
     * @param target unit vector
     * @param randomness R
     */
    static void propose(double[] direction, double[] target, double randomness, Draws draws, double[] move) {
        double rx;
        double ry;
        double rz;
        double rr;
        do {
            rx = 2 * draws.nextDouble() - 1;
            ry = 2 * draws.nextDouble() - 1;
            rz = 2 * draws.nextDouble() - 1;
            rr = rx * rx + ry * ry + rz * rz;
        } while (rr > 1 || rr < 1e-12);
        double r = randomness / Math.sqrt(rr);
        double h = 1 - randomness - TARGETING;
        double ux = TARGETING * target[0] + r * rx + h * direction[0];
        double uy = TARGETING * target[1] + r * ry + h * direction[1];
        double uz = TARGETING * target[2] + r * rz + h * direction[2];
        double norm = LENGTH_UM / Math.max(1e-9, Math.sqrt(ux * ux + uy * uy + uz * uz));
        move[0] = ux * norm;
        move[1] = uy * norm;
        move[2] = uz * norm;
    }

    /** Takes a step into the history. */
    static void remember(double[] direction, double[] move) {
        direction[0] = (1 - MEMORY) * move[0] + MEMORY * direction[0];
        direction[1] = (1 - MEMORY) * move[1] + MEMORY * direction[1];
        direction[2] = (1 - MEMORY) * move[2] + MEMORY * direction[2];
        double unit = 1 / Math.max(1e-9, Turns.norm(direction));
        direction[0] *= unit;
        direction[1] *= unit;
        direction[2] *= unit;
    }
}
