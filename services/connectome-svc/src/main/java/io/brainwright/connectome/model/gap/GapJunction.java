package io.brainwright.connectome.model.gap;

import io.brainwright.connectome.model.apposition.Contact;
import java.util.Comparator;

/**
 * One gap junction. It has no direction: the cell with the lower id stands as the source.
 *
 * @param source node id of one cell, the lower
 * @param target node id of the other
 * @param contact where: the efferent side lies on the source, the afferent one on the target
 */
public record GapJunction(long source, long target, Contact contact) {
    /** By target, then source, then place on both. */
    public static final Comparator<GapJunction> ORDER = Comparator.comparingLong(GapJunction::target)
            .thenComparingLong(GapJunction::source)
            .thenComparingInt(j -> j.contact().afferent().section())
            .thenComparingDouble(j -> j.contact().afferent().sectionPos())
            .thenComparingInt(j -> j.contact().efferent().section())
            .thenComparingDouble(j -> j.contact().efferent().sectionPos());
}
