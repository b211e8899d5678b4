package io.brainwright.connectome.model.wiring;

import io.brainwright.connectome.model.apposition.Contact;
import io.brainwright.connectome.model.tissue.PlacedCell;
import java.util.List;

/**
 * An axon and a cell that it comes close to.
 *
 * @param source the axon's cell
 * @param target the other
 * @param contacts appositions that the touch rules allow
 * @param found appositions before these rules
 * @param byDistance removed for lying too near to the axon's soma
 * @param byTarget removed for facing a part of the target that this axon does not contact
 */
public record TouchingPair(
        PlacedCell source, PlacedCell target, List<Contact> contacts, int found, int byDistance, int byTarget) {
    /** Id of the connection: source and target in 32 bits each. */
    public long connection() {
        return connection(source.nodeId(), target.nodeId());
    }

    static long connection(long source, long target) {
        assert source >>> 32 == 0 && target >>> 32 == 0 : "ids below 2^32";
        return source << 32 | target;
    }
}
