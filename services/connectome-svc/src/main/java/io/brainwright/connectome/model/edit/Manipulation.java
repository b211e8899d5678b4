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

    /**
     * Gives connections other sources, drawn by a model that was fitted to the connections of the pathway.
     *
     * <p>Every target keeps its number of connections, and each of these its synapses with their places and physiology: only whose
     * axon makes them changes, among cells of the same synapse class.
     *
     * @param model what the chance of a connection depends on
     * @param fraction chance that a connection is rewired, 0 to 1
     * @param seed keys the draws
     */
    record Rewiring(ModelKind model, double fraction, long seed) implements Manipulation {
        /** Name of the stream that draws sources. */
        public static final String SOURCES = "connectome-edit.rewire.sources";

        private static final String PURPOSE = "connectome-edit.rewire";

        /** Whether a connection is rewired; its ids are below 2^32. */
        public boolean rewires(long source, long target) {
            return Draws.of(seed, PURPOSE, source << 32 | target).nextDouble() < fraction;
        }
    }

    /**
     * Adds connections: cells that did not connect to a target do so, drawn by a model; synapses are those of one of the target's
     * connections of the same class, drawn at random, places and physiology included.
     *
     * @param model what the chance of a connection depends on
     * @param fraction connections to add per connection there, above 0
     * @param seed keys the draws
     */
    record Addition(ModelKind model, double fraction, long seed) implements Manipulation {
        /** Name of the stream that draws sources. */
        public static final String SOURCES = "connectome-edit.add.sources";

        private static final String COUNT = "connectome-edit.add.count";
        private static final String COPY = "connectome-edit.add.copy";

        /** Connections that a target gets: {@code fraction * there}, its broken part as the chance of one more. */
        public int count(int there, long target) {
            double wanted = fraction * there;
            int whole = (int) wanted;
            return whole + (Draws.of(seed, COUNT, target).nextDouble() < wanted - whole ? 1 : 0);
        }

        /** Which of a target's connections lends its synapses to a new one, 0 to there - 1. */
        public int copied(int there, long source, long target) {
            return Draws.of(seed, COPY, source << 32 | target).nextInt(there);
        }
    }
}
