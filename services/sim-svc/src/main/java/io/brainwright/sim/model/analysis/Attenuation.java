package io.brainwright.sim.model.analysis;

/**
 * How a change of voltage fades along a cell: the peak departure from the voltage at the onset in each compartment, over that of the soma.
 * Above 1 where the drive is out in the dendrite.
 */
public final class Attenuation {
    private Attenuation() {}

    /**
     * @param v_mV one row per frame from the onset on, one value per compartment; the first row is the base line
     * @param soma place of the soma among the compartments
     * @return ratio per compartment; NaN everywhere where the soma does not move
     */
    public static double[] ratios(float[][] v_mV, int soma) {
        int n = v_mV.length == 0 ? 0 : v_mV[0].length;
        var peak = new double[n];
        for (var frame : v_mV) {
            for (int k = 0; k < n; k++) {
                double departure = (double) frame[k] - v_mV[0][k];
                peak[k] = Math.abs(departure) > Math.abs(peak[k]) ? departure : peak[k];
            }
        }
        var ratios = new double[n];
        for (int k = 0; k < n; k++) {
            ratios[k] = peak[soma] == 0 ? Double.NaN : peak[k] / peak[soma];
        }
        return ratios;
    }
}
