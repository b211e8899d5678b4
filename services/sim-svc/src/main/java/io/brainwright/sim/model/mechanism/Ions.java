package io.brainwright.sim.model.mechanism;

/**
 * Reversal potentials and calcium concentrations of a cell.
 *
 * @param ena_mV sodium reversal
 * @param ek_mV potassium reversal
 * @param cao_mM calcium outside
 * @param cai_mM calcium inside at rest, constant where there is no pool; eca follows Nernst in each step
 */
public record Ions(double ena_mV, double ek_mV, double cao_mM, double cai_mM) {
    /** Values of the cortical models of Markram et al. 2015 (doi 10.1016/j.cell.2015.09.029). */
    public static Ions cortical() {
        return new Ions(50, -90, 2, 5e-5);
    }
}
