package io.brainwright.connectome.model.specificity;

import io.brainwright.connectome.model.apposition.Contact;
import io.brainwright.connectome.model.apposition.Site;
import io.brainwright.connectome.model.tissue.PlacedCell;
import io.brainwright.neuro.morphology.Morphology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells where contacts land. Remembers the path lengths of the cells that it was asked about; one thread. */
public final class Landings {
    private final double proximal_um;
    private final Map<Long, double[]> starts_um = new HashMap<>();

    /** @param proximal_um path from the soma below which dendrite is proximal */
    public Landings(double proximal_um) {
        this.proximal_um = proximal_um;
    }

    /** Where contacts on a cell land. */
    public List<Landing> of(PlacedCell target, List<Contact> contacts) {
        return contacts.stream().map(c -> of(target, c.afferent())).toList();
    }

    private Landing of(PlacedCell target, Site site) {
        return of(
                target.nodeId(),
                target.shape(),
                target.type().inhibitory(),
                site.section(),
                site.sectionPos(),
                site.sectionType());
    }

    /** Where a place on a cell is. */
    public Landing of(
            long nodeId, Morphology shape, boolean inhibitory, int section, double sectionPos, int sectionType) {
        double path_um = starts_um.computeIfAbsent(nodeId, _ -> starts_um(shape))[section]
                + sectionPos * shape.length_um(section);
        return Landing.of(inhibitory, sectionType, path_um, proximal_um);
    }

    /** Path from the soma to the start of each section. */
    private static double[] starts_um(Morphology shape) {
        double[] starts = new double[shape.sectionCount()];
        for (int s = 1; s < starts.length; s++) {
            int parent = shape.parent(s);
            starts[s] = parent > 0 ? starts[parent] + shape.length_um(parent) : 0;
        }
        return starts;
    }
}
