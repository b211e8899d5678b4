package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.Exponential;

/**
 * Calcium under the membrane of a block's places (Destexhe et al. 1994), solved exactly for a constant current over a step.
 *
 * <pre>{@code  cai' = -1e4 ica (4 / diam) gamma / (2 F) - (cai - min) / decay }</pre>
 *
 * ica in mA/cm2 inward negative, diam in um, cai in mM.
 */
final class CalciumPool {
    private static final double FARADAY_C_per_mol = 96485.33;

    final int rows;
    final int aligned;
    final int[] element;
    final double[] cai_mM;
    final double[] min_mM;
    /** Change of the steady state with the calcium current, mM per nA. */
    final double[] gain_mM_per_nA;
    /** exp(-dt / decay) - 1. */
    final double[] decay;

    CalciumPool(Rows places) {
        rows = places.count();
        aligned = places.aligned();
        element = places.element();
        cai_mM = new double[rows];
        min_mM = new double[rows];
        gain_mM_per_nA = new double[rows];
        decay = new double[rows];
    }

    /** A row whose place has no pool: its calcium stays. */
    void setAbsent(int row, double here_mM, double decayOfOthers) {
        cai_mM[row] = here_mM;
        min_mM[row] = here_mM;
        decay[row] = decayOfOthers;
    }

    void set(int row, double area_um2, double diameter_um, double gamma, double decay_ms, double min, double dt_ms) {
        cai_mM[row] = min;
        min_mM[row] = min;
        double mA_cm2_per_nA = 100 / area_um2; // 1 nA/um2 = 1e-6 mA / 1e-8 cm2
        gain_mM_per_nA[row] = -1e4 * mA_cm2_per_nA * (4 / diameter_um) * gamma / (2 * FARADAY_C_per_mol) * decay_ms;
        decay[row] = Exponential.expm1(-dt_ms / decay_ms);
    }
}
