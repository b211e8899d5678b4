package io.brainwright.connectome.model.wiring;

import io.brainwright.connectome.model.apposition.Contact;
import io.brainwright.connectome.model.physiology.Physiology;
import java.util.Comparator;

/**
 * One synapse.
 *
 * @param source node id of the axon's cell
 * @param target node id of the cell that receives
 * @param contact where it is
 * @param physiology what it does
 * @param delay_ms from the spike at the source's soma
 */
public record Synapse(long source, long target, Contact contact, Physiology physiology, double delay_ms) {
    /** The order of the edge table: target, source, afferent section, position; ties by the place on the axon. */
    public static final Comparator<Synapse> ORDER = Comparator.comparingLong(Synapse::target)
            .thenComparingLong(Synapse::source)
            .thenComparingInt(s -> s.contact().afferent().section())
            .thenComparingDouble(s -> s.contact().afferent().sectionPos())
            .thenComparingInt(s -> s.contact().efferent().section())
            .thenComparingDouble(s -> s.contact().efferent().sectionPos());
}
