package io.brainwright.connectome.model.wiring;

import java.util.Comparator;

/**
 * What became of the appositions of one pair.
 *
 * @param source node id of the axon's cell
 * @param target node id of the other
 * @param appositions how many were found
 * @param byDistance removed: too near to the axon's soma
 * @param byTarget removed: on a part of the target that this axon does not contact
 * @param byReduction removed by the first step of pruning
 * @param byCut removed by the second
 * @param byActivation removed by the third
 * @param synapses what stays
 */
public record Connection(
        long source,
        long target,
        int appositions,
        int byDistance,
        int byTarget,
        int byReduction,
        int byCut,
        int byActivation,
        int synapses) {
    /** By target, then source. */
    public static final Comparator<Connection> ORDER =
            Comparator.comparingLong(Connection::target).thenComparingLong(Connection::source);
}
