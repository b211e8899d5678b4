package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.synapse.SynapseType;
import io.brainwright.sim.model.synapse.SynapseType.Exp2Syn;
import io.brainwright.sim.model.synapse.SynapseType.ExpSyn;
import io.brainwright.sim.model.synapse.SynapseType.Point;
import io.brainwright.sim.model.synapse.SynapseType.SynE;
import io.brainwright.sim.model.synapse.SynapseType.SynI;

/**
 * All synapses of one kind in a block ({@link SynapsePlaces}, {@link Rows}). Every conductance is a sum of decaying exponentials; the
 * decay over one step is a stored factor.
 *
 * <p>Columns by kind: state, decay factor and jump per unit weight of each exponential; the conductance is slow minus fast.
 */
final class SynapseTable {
    /** Kinds in the order in which they act. */
    enum Kind {
        SINGLE(1),
        DOUBLE(2),
        AMPA_NMDA(4);

        final int exponentials;

        Kind(int exponentials) {
            this.exponentials = exponentials;
        }

        static Kind of(SynapseType type) {
            return switch (type) {
                case ExpSyn _ -> SINGLE;
                case Exp2Syn _, SynI _ -> DOUBLE;
                case SynE _ -> AMPA_NMDA;
                case Point p -> throw new IllegalArgumentException(p.mechanism() + " has a table of its own");
            };
        }
    }

    final Kind kind;
    final int rows;
    final int aligned;
    final int[] element;
    final double[][] state;
    final double[][] factor;
    final double[][] jump;
    final double[] e_mV;
    final double[] mgSlope_per_mV;
    final double[] mgRatio;

    SynapseTable(Kind kind, Rows places) {
        this.kind = kind;
        rows = places.count();
        aligned = places.aligned();
        element = places.element();
        state = new double[kind.exponentials][rows];
        factor = new double[kind.exponentials][rows];
        jump = new double[kind.exponentials][rows];
        e_mV = new double[rows];
        mgSlope_per_mV = new double[rows];
        mgRatio = new double[rows];
    }

    /** Fills a row. Exponentials are (rise, decay) of AMPA or GABA, then of NMDA. */
    void set(int row, SynapseType type, double dt_ms) {
        switch (type) {
            case ExpSyn(double tau, double e) -> {
                e_mV[row] = e;
                factor[0][row] = StrictMath.exp(-dt_ms / tau);
                jump[0][row] = 1;
            }
            case Exp2Syn(double rise, double decay, double e) -> pair(row, 0, rise, decay, e, 1, dt_ms);
            case SynI(double rise, double decay, double e, var _) -> pair(row, 0, rise, decay, e, 1, dt_ms);
            case SynE s -> {
                pair(row, 0, s.tau_rise_AMPA_ms(), s.tau_decay_AMPA_ms(), s.e_mV(), 1, dt_ms);
                pair(row, 2, s.tau_rise_NMDA_ms(), s.tau_decay_NMDA_ms(), s.e_mV(), s.NMDA_ratio(), dt_ms);
                mgSlope_per_mV[row] = s.mg_slope_per_mV();
                mgRatio[row] = s.mg_mM() / s.mg_scale_mM();
            }
            case Point p -> throw new IllegalArgumentException(p.mechanism() + " has a table of its own");
        }
    }

    private void pair(int row, int k, double rise_ms, double decay_ms, double e, double peak, double dt_ms) {
        double norm = peak / peakOfDifference(rise_ms, decay_ms);
        e_mV[row] = e;
        factor[k][row] = StrictMath.exp(-dt_ms / rise_ms);
        factor[k + 1][row] = StrictMath.exp(-dt_ms / decay_ms);
        jump[k][row] = norm;
        jump[k + 1][row] = norm;
    }

    /** Peak of exp(-t / decay) - exp(-t / rise), at t = rise decay / (decay - rise) ln(decay / rise). */
    static double peakOfDifference(double rise_ms, double decay_ms) {
        double t_ms = rise_ms * decay_ms / (decay_ms - rise_ms) * StrictMath.log(decay_ms / rise_ms);
        return StrictMath.exp(-t_ms / decay_ms) - StrictMath.exp(-t_ms / rise_ms);
    }

    /** Bytes of all columns. */
    long bytes() {
        return (long) rows * (Double.BYTES * (3 * kind.exponentials + 3) + Integer.BYTES);
    }
}
