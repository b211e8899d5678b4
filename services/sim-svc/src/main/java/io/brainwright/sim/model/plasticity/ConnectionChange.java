package io.brainwright.sim.model.plasticity;

/**
 * What a run did to a connection: means over its contacts.
 *
 * @param rhoStart efficacy at the start
 * @param rhoEnd efficacy at the end
 * @param conductance AMPA conductance at the end over that at the start
 * @param use utilisation at the end over that at the start
 */
public record ConnectionChange(double rhoStart, double rhoEnd, double conductance, double use) {
    /** chosen: a twentieth of the way between the two states; smaller moves are called none. */
    public static final double LEAST = 0.05;

    /** Which way a connection went. */
    public enum Direction {
        POTENTIATED,
        DEPRESSED,
        UNCHANGED
    }

    /** Whether its mean efficacy rose or fell by more than {@link #LEAST}. */
    public Direction direction() {
        double change = rhoEnd - rhoStart;
        return change > LEAST ? Direction.POTENTIATED : change < -LEAST ? Direction.DEPRESSED : Direction.UNCHANGED;
    }

    /**
     * The connection of some contacts, all arrays over contacts.
     *
     * @param which places of its contacts, at least one
     */
    public static ConnectionChange of(
            int[] which,
            double[] rhoStart,
            double[] rhoEnd,
            double[] conductanceStart,
            double[] conductanceEnd,
            double[] useStart,
            double[] useEnd) {
        return new ConnectionChange(
                sum(which, rhoStart) / which.length,
                sum(which, rhoEnd) / which.length,
                sum(which, conductanceEnd) / sum(which, conductanceStart),
                sum(which, useEnd) / sum(which, useStart));
    }

    private static double sum(int[] which, double[] values) {
        double sum = 0;
        for (int i : which) {
            sum += values[i];
        }
        return sum;
    }
}
