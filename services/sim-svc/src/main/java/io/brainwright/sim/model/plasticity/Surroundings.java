package io.brainwright.sim.model.plasticity;

/**
 * What surrounds the contacts of a run.
 *
 * @param ca_mM calcium outside: it drives calcium into the spine and scales release
 * @param mg_mM magnesium outside
 * @param AMPA whether these receptors act
 * @param NMDA whether these receptors act
 * @param release utilisation at this calcium
 */
public record Surroundings(double ca_mM, double mg_mM, boolean AMPA, boolean NMDA, Release release) {
    /** Scales utilisation by calcium. */
    @FunctionalInterface
    public interface Release {
        /** Utilisation here of a contact that has U at 2 mM and this half-point. */
        double of(double u2mM, double half_mM);
    }
}
