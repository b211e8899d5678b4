package io.brainwright.sim.model.circuit;

/**
 * How synapses release.
 *
 * @param stochastic whether each contact releases whole vesicles at random from its own sites; else every event releases the mean of the
 *     Tsodyks-Markram rule
 * @param minis spontaneous release
 */
public record Transmission(boolean stochastic, MiniRates minis) {
    /** The mean rule, and nothing spontaneous. */
    public static final Transmission DETERMINISTIC = new Transmission(false, MiniRates.NONE);
}
