package io.brainwright.connectome.model.midrange;

import io.brainwright.connectome.model.tissue.CellSelector;

/**
 * What the cells of one region send to another.
 *
 * @param source acronym of the region
 * @param target acronym of the region
 * @param pre cells that can project
 * @param density_per_um3 synapses per volume of the target region, mean over its layers
 * @param profile share by layer of what an even density would give, index = layer; index 0 is not used; this record owns the array
 * @param from triangle on the flat map of the source
 * @param to triangle on the flat map of the target
 * @param sigma_um scatter of synapses about the image of their cell
 */
@SuppressWarnings("ArrayRecordComponent") // small; owned, never compared
public record Projection(
        String source,
        String target,
        CellSelector pre,
        double density_per_um3,
        double[] profile,
        Triangle from,
        Triangle to,
        double sigma_um) {
    /** Release of transmitter, as of local synapses. */
    public static final double RELEASE_MS = 0.1;
    /** Unmyelinated axons in grey matter, as of local synapses. */
    public static final double GREY_UM_PER_MS = 300;
    /** Myelinated axons in white matter: white-matter-projections. */
    public static final double WHITE_UM_PER_MS = 3500;

    /** Keys of draws: each pair of regions has its own. */
    public String name() {
        return source + "-" + target;
    }

    /**
     * Time from a spike to its synapse.
     *
     * <pre>{@code
     *   t = t0 + (source depth, from its soma down to the white matter, + the same of the synapse) / v1 + straight distance / v2
     * }</pre>
     *
     * @param down_um of the source's soma to the white matter
     * @param up_um from the white matter to the synapse
     * @param straight_um between soma and synapse
     */
    public static double delay_ms(double down_um, double up_um, double straight_um) {
        return RELEASE_MS + (down_um + up_um) / GREY_UM_PER_MS + straight_um / WHITE_UM_PER_MS;
    }
}
