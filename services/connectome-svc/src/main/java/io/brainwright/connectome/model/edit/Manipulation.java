package io.brainwright.connectome.model.edit;

import io.brainwright.neuro.random.Draws;

/** One change to the synapses of a pathway; everything else stays as it is. */
public sealed interface Manipulation {
    /**
     * Takes whole connections away, each by a draw of its own.
     *
     * <p>A connection goes where {@code u(seed, source, target) < fraction}, u uniform in [0, 1). The draw does not depend on the
     * fraction: what goes at a smaller fraction also goes at a greater one, so that fractions can be compared.
     *
     * @param fraction chance that a connection goes, 0 to 1
     * @param seed keys the draws
     */
    record Removal(double fraction, long seed) implements Manipulation {
        private static final String PURPOSE = "connectome-edit.remove";

        /** Whether a connection goes; its ids are below 2^32. */
        public boolean removes(long source, long target) {
            return Draws.of(seed, PURPOSE, source << 32 | target).nextDouble() < fraction;
        }
    }

    /**
     * Multiplies the peak conductance of each synapse: {@code g' = factor g}.
     *
     * @param factor at least 0
     */
    record WeightScaling(double factor) implements Manipulation {
        /** The new conductance, nS. */
        public float scaled_nS(float conductance_nS) {
            return (float) (factor * conductance_nS);
        }
    }

    /**
     * Gives each synapse one delay.
     *
     * @param delay_ms the delay
     */
    record FixedDelay(double delay_ms) implements Manipulation {}
}
