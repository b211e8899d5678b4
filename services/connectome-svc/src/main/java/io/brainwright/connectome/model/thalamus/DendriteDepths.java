package io.brainwright.connectome.model.thalamus;

import io.brainwright.connectome.model.tissue.Segments;
import java.util.Arrays;

/**
 * The chance of dendrite to get a synapse, by depth.
 *
 * <pre>{@code
 *   rate(bin) = o b(bin) density V f / L        synapses drawn per um of dendrite
 * }</pre>
 *
 * with V the volume of the tissue within the bin's depths, L the length of all dendrite there, f the share of the tissue's cells that was placed (the
 * others have their share of the synapses), o the factor by which too many are drawn, and b that of {@link Calibration}. Dendrites that leave the sides of the tissue count: as
 * many come in from its neighbours.
 */
public final class DendriteDepths {
    private final DepthProfile profile;
    private final Tissue tissue;
    private final double[] length_um;
    private final double[] raised;

    public DendriteDepths(DepthProfile profile, Tissue tissue) {
        this.profile = profile;
        this.tissue = tissue;
        length_um = new double[profile.bins().size()];
        raised = new double[length_um.length];
        Arrays.fill(raised, 1);
    }

    /** Counts the dendrites of a cell, somata left out; each segment where its middle lies. */
    public void count(Segments dendrites) {
        double[] middle = new double[3];
        for (int i = 0; i < dendrites.size(); i++) {
            int bin = bin(dendrites, i, middle);
            if (bin >= 0) {
                length_um[bin] += dendrites.length_um(i);
            }
        }
    }

    /** Bin of a segment's middle; -1 where the nucleus makes no synapses. */
    int bin(Segments dendrites, int i, double[] middle) {
        dendrites.at(i, 0.5, middle);
        return profile.binAt(tissue.depth_um(middle));
    }

    /** Synapses wanted in a bin, of the cells that were placed. */
    public double wanted(int bin) {
        return profile.bins().get(bin).density_per_um3() * volume_um3(bin) * tissue.fraction();
    }

    /** Volume of the tissue within the depths of a bin. */
    public double volume_um3(int bin) {
        return tissue.between_um3(
                profile.bins().get(bin).top_um(), profile.bins().get(bin).bottom_um());
    }

    /** Length of all dendrite within the depths of a bin, um; where it is 0 the density cannot be reached. */
    public double length_um(int bin) {
        return length_um[bin];
    }

    public DepthProfile profile() {
        return profile;
    }

    Tissue tissue() {
        return tissue;
    }

    /** Synapses wanted on the dendrites of one cell, by bin. */
    double[] wantedOn(Segments dendrites) {
        double[] wanted = new double[length_um.length];
        double[] middle = new double[3];
        for (int i = 0; i < dendrites.size(); i++) {
            int bin = bin(dendrites, i, middle);
            if (bin >= 0) {
                wanted[bin] += perUm(bin) * dendrites.length_um(i);
            }
        }
        return wanted;
    }

    /** b, by which more are drawn in a bin than its share. */
    double raised(int bin) {
        return raised[bin];
    }

    void raise(int bin, double factor) {
        raised[bin] = factor;
    }

    /** Synapses wanted per um of dendrite. */
    double perUm(int bin) {
        return length_um[bin] == 0 ? 0 : wanted(bin) / length_um[bin];
    }
}
