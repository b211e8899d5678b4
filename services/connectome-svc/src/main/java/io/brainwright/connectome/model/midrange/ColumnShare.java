package io.brainwright.connectome.model.midrange;

/**
 * Share of the synapses in a round column whose source stands in the column that maps onto it; the other sources are not in the circuit.
 *
 * <pre>{@code
 *   g = 1 - exp(-t) (I0(t) + I1(t))  =  1 - 1/π ∫₀^π exp(-t (1 - cos θ)) (1 + cos θ) dθ,     t = a² / σ²
 * }</pre>
 *
 * with a the radius of the column, σ the scatter along each axis: the chance that a place drawn about a place of a disk lies in the disk too. It is a² / 2σ² where
 * the column is narrow, and goes to 1 where it is wide.
 */
public final class ColumnShare {
    /** The integrand is periodic and smooth: the sum converges faster than any power; enough for columns of 100 σ. */
    private static final int STEPS = 4096;

    private ColumnShare() {}

    /**
     * @param area_um2 of the column across its axis
     * @param sigma_um σ
     */
    public static double of(double area_um2, double sigma_um) {
        double t = area_um2 / StrictMath.PI / (sigma_um * sigma_um);
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            double cos = StrictMath.cos(StrictMath.PI * (i + 0.5) / STEPS);
            sum += StrictMath.exp(-t * (1 - cos)) * (1 + cos);
        }
        return 1 - sum / STEPS;
    }
}
