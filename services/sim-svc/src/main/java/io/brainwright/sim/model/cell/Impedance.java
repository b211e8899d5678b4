package io.brainwright.sim.model.cell;

/**
 * Impedance of a cell whose membrane is passive: voltage at one node per sinusoidal current into another.
 *
 * <pre>{@code  (g_k + i 2 pi f C_k + sum G) V_k - sum G V_neighbour = I_k }</pre>
 *
 * solved like the time step (Hines elimination), with complex numbers.
 */
public final class Impedance {
    private static final double nS_PER_Hz_nF = 2 * Math.PI; // f C: Hz nF = nS

    private Impedance() {}

    /**
     * Modulus of the impedance from one node to every node.
     *
     * @param shape the cell
     * @param capacity_nF of each node
     * @param leak_uS membrane conductance of each node
     * @param inject node that receives the current
     * @param frequency_Hz 0 for the resistance
     * @return Mohm by node; at {@code inject} the input impedance
     */
    public static double[] of_Mohm(
            Compartments shape, double[] capacity_nF, double[] leak_uS, int inject, double frequency_Hz) {
        int n = shape.count();
        var re = new double[n];
        var im = new double[n];
        for (int k = 0; k < n; k++) {
            re[k] += leak_uS[k];
            im[k] = 1e-3 * nS_PER_Hz_nF * frequency_Hz * capacity_nF[k];
            if (k > 0) {
                re[k] += shape.toParent_uS(k);
                re[shape.parent(k)] += shape.toParent_uS(k);
            }
        }
        var right = new double[2][n];
        right[0][inject] = 1;
        for (int k = n - 1; k > 0; k--) {
            int p = shape.parent(k);
            double G = shape.toParent_uS(k);
            double norm = re[k] * re[k] + im[k] * im[k];
            double fr = G * re[k] / norm;
            double fi = -G * im[k] / norm;
            re[p] -= fr * G;
            im[p] -= fi * G;
            right[0][p] += fr * right[0][k] - fi * right[1][k];
            right[1][p] += fr * right[1][k] + fi * right[0][k];
        }
        return substitute(shape, re, im, right);
    }

    private static double[] substitute(Compartments shape, double[] re, double[] im, double[][] right) {
        var modulus = new double[re.length];
        for (int k = 0; k < re.length; k++) {
            double a = right[0][k];
            double b = right[1][k];
            if (k > 0) {
                a += shape.toParent_uS(k) * right[0][shape.parent(k)];
                b += shape.toParent_uS(k) * right[1][shape.parent(k)];
            }
            double norm = re[k] * re[k] + im[k] * im[k];
            right[0][k] = (a * re[k] + b * im[k]) / norm;
            right[1][k] = (b * re[k] - a * im[k]) / norm;
            modulus[k] = Math.hypot(right[0][k], right[1][k]);
        }
        return modulus;
    }
}
