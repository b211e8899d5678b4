package io.brainwright.sim.model.synapse;

import io.brainwright.neuro.random.Draws;

/**
 * Stochastic release from a few sites, each of which holds at most one vesicle (Fuhrmann et al. 2002, doi
 * 10.1152/jn.00258.2001; Loebel et al. 2009, doi 10.3389/neuro.10.027.2009).
 *
 * <pre>{@code
 *   each empty site is filled with chance 1 - exp(-s / D),  s since the last event
 *   u as in {@link Release}
 *   each full site releases with chance u;   released fraction = released sites / sites
 * }</pre>
 *
 * Its mean over trials is the deterministic rule. One site is univesicular release, several are multivesicular.
 *
 * @param rule U, D and F
 * @param sites readily releasable sites, at least 1
 */
public record VesicleRelease(Release rule, int sites) {
    /** What one contact remembers. */
    public record Memory(double u, int full, double released, double last_ms) {}

    /** Before the first event: every site is full. */
    public Memory fresh() {
        return new Memory(0, sites, 0, Double.NEGATIVE_INFINITY);
    }

    /** The memory after an event; {@link Memory#released()} is the fraction that it released. */
    public Memory event(Memory before, double t_ms, Draws draws) {
        double u = rule.U();
        int full = before.full();
        if (before.last_ms() > Double.NEGATIVE_INFINITY) {
            double s_ms = t_ms - before.last_ms();
            double refill = rule.D_ms() == 0 ? 1 : 1 - StrictMath.exp(-s_ms / rule.D_ms());
            full += successes(sites - full, refill, draws);
            double kept = rule.F_ms() == 0 ? 0 : before.u() * StrictMath.exp(-s_ms / rule.F_ms());
            u = kept + rule.U() * (1 - kept);
        }
        int released = successes(full, u, draws);
        return new Memory(u, full - released, (double) released / sites, t_ms);
    }

    private static int successes(int trials, double chance, Draws draws) {
        int hits = 0;
        for (int i = 0; i < trials; i++) {
            if (draws.nextDouble() < chance) {
                hits++;
            }
        }
        return hits;
    }
}
