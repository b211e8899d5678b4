package io.brainwright.connectome.model.midrange;

/**
 * Synapses of a projection per length of dendrite, by layer: the dendrite that is reached takes the synapses of all.
 *
 * <pre>{@code
 *   rate(layer) = ρ profile(layer) V(layer) f / L(layer)  K,     K = L / L reached, over all layers
 * }</pre>
 *
 * with V the volume of the layer in the target region, f the share of the pairs of cells that was placed, L the length of their dendrite. K is the density
 * compensation: synapses lie only where the image of the source reaches, and the region has as many as its density says.
 */
public final class ArborDensity {
    private static final int LAYERS = 7;

    private final Projection projection;
    private final double[] volume_um3;
    private final double fraction;
    private final double[] length_um = new double[LAYERS];
    private final double[] reached_um = new double[LAYERS];

    /**
     * @param volume_um3 of each layer of the target region, index = layer
     * @param fraction f
     */
    public ArborDensity(Projection projection, double[] volume_um3, double fraction) {
        this.projection = projection;
        this.volume_um3 = volume_um3.clone();
        this.fraction = fraction;
    }

    /** Counts dendrite of a layer. */
    public void count(int layer, double um, boolean reached) {
        length_um[layer] += um;
        reached_um[layer] += reached ? um : 0;
    }

    /** Synapses wanted in a layer of the cells that were placed; the profile is a share, so that all layers have the mean density. */
    public double wanted(int layer) {
        double even = 0;
        double shaped = 0;
        for (int l = 1; l < LAYERS; l++) {
            even += length_um[l] > 0 ? volume_um3[l] : 0;
            shaped += length_um[l] > 0 ? volume_um3[l] * projection.profile()[l] : 0;
        }
        return shaped == 0 || length_um[layer] == 0
                ? 0
                : projection.density_per_um3()
                        * fraction
                        * volume_um3[layer]
                        * projection.profile()[layer]
                        * even
                        / shaped;
    }

    /** K; 0 where nothing is reached. */
    public double compensation() {
        double all = 0;
        double reached = 0;
        for (int l = 1; l < LAYERS; l++) {
            all += length_um[l];
            reached += reached_um[l];
        }
        return reached == 0 ? 0 : all / reached;
    }

    /** Synapses per um of dendrite that is reached. */
    public double perUm(int layer) {
        return length_um[layer] == 0 ? 0 : wanted(layer) / length_um[layer] * compensation();
    }
}
