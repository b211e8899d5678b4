package io.brainwright.sim.model.solver;

import java.util.Comparator;

/**
 * A detector that crossed its threshold.
 *
 * @param step number of the steps done then; the time is this times dt
 * @param gid identity of the cell
 * @param cell its index in the network
 */
public record Spike(int step, long gid, int cell) {
    /** The order in which everybody hears of spikes. */
    public static final Comparator<Spike> ORDER =
            Comparator.comparingInt(Spike::step).thenComparingLong(Spike::gid).thenComparingInt(Spike::cell);
}
