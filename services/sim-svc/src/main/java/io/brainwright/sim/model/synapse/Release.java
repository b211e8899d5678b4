package io.brainwright.sim.model.synapse;

/**
 * Short-term plasticity, the deterministic Tsodyks-Markram rule (Fuhrmann et al. 2002, doi 10.1152/jn.00258.2001).
 *
 * <pre>{@code
 *   first event:          u = U, R = 1
 *   later, s after:       R <- 1 - (1 - R) exp(-s / D)      u <- u exp(-s / F)      u <- u + U (1 - u)
 *   released fraction:    u R                               R <- R - u R
 * }</pre>
 *
 * @param U utilisation of the first event, above 0 to 1
 * @param D_ms recovery from depression; 0: R stays 1
 * @param F_ms decay of facilitation; 0: u stays U
 */
public record Release(double U, double D_ms, double F_ms) {
    /** Every event releases its whole weight. */
    public static final Release ALWAYS_ALL = new Release(1, 0, 0);

    /** What one input remembers: u, R (before the event's own release) and the time of its last event. */
    public record Memory(double u, double R, double released, double last_ms) {
        /** Before the first event. */
        public static final Memory FRESH = new Memory(0, 1, 0, Double.NEGATIVE_INFINITY);
    }

    /** The memory after an event; {@link Memory#released()} is the fraction that it released. */
    public Memory event(Memory before, double t_ms) {
        double u = U;
        double R = 1;
        if (before.last_ms() > Double.NEGATIVE_INFINITY) {
            double s_ms = t_ms - before.last_ms();
            double left = before.R() - before.released();
            R = D_ms == 0 ? 1 : 1 - (1 - left) * StrictMath.exp(-s_ms / D_ms);
            double kept = F_ms == 0 ? 0 : before.u() * StrictMath.exp(-s_ms / F_ms);
            u = kept + U * (1 - kept);
        }
        return new Memory(u, R, u * R, t_ms);
    }
}
