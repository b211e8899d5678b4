package io.brainwright.sim.model.circuit;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.cell.Compartments.SectionNodes;
import io.brainwright.sim.model.field.PotentialField.NodeSource;
import io.brainwright.sim.model.field.Source;
import io.brainwright.sim.model.field.Source.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the compartments of one cell lie: the link between a voltage and a place in the picture.
 *
 * <p>Sections keep the numbers of the morphology. The two sections of the axon stub, which the morphology does not have, are
 * numbered on from its last one; they lie on a straight line from the soma towards the end of the first axon section (or away
 * from the pia where the cell has no axon).
 */
public final class CompartmentPlaces {
    private final List<Place> places;

    private CompartmentPlaces(List<Place> places) {
        this.places = places;
    }

    /**
     * One compartment.
     *
     * @param node node in the cell's tree
     * @param section section id
     * @param pos centre along the section, 0 to 1
     * @param x_um centre, atlas frame
     * @param y_um centre, atlas frame
     * @param z_um centre, atlas frame
     * @param diameter_um mean diameter
     * @param length_um length along the section
     */
    public record Place(
            int node,
            int section,
            double pos,
            double x_um,
            double y_um,
            double z_um,
            double diameter_um,
            double length_um) {}

    /** Compartments of one cell, in node order; zero-area section ends are no compartments. */
    public List<Place> places() {
        return places;
    }

    static CompartmentPlaces of(PlacedCell cell, Morphology morphology, Compartments shape) {
        var places = new ArrayList<Place>();
        var local = new double[3];
        var turned = new double[3];
        for (var section : shape.sections()) {
            for (int i = 0; i < section.count(); i++) {
                int node = section.first() + i;
                centre(morphology, shape, section, shape.x(node), local);
                cell.orientation().rotate(local[0], local[1], local[2], turned);
                places.add(new Place(
                        node,
                        section.id(),
                        shape.x(node),
                        cell.x_um() + turned[0],
                        cell.y_um() + turned[1],
                        cell.z_um() + turned[2],
                        shape.diameter_um(node),
                        section.length_um() / section.count()));
            }
        }
        places.sort(java.util.Comparator.comparingInt(Place::node));
        return new CompartmentPlaces(List.copyOf(places));
    }

    /** What the membrane of each compartment is outside: the soma a point, a piece of neurite the straight line between its ends. */
    public static List<NodeSource> sources(PlacedCell cell, Morphology morphology, Compartments shape) {
        var sources = new ArrayList<NodeSource>();
        for (var section : shape.sections()) {
            for (int i = 0; i < section.count(); i++) {
                int node = section.first() + i;
                double radius_um = shape.diameter_um(node) / 2;
                var from = place(cell, morphology, shape, section, (double) i / section.count());
                var to = place(cell, morphology, shape, section, (i + 1.0) / section.count());
                sources.add(new NodeSource(
                        node,
                        section.id() == 0 ? new Source.At(from, radius_um) : new Source.Line(from, to, radius_um)));
            }
        }
        return sources;
    }

    private static Point place(PlacedCell cell, Morphology m, Compartments shape, SectionNodes section, double x) {
        var local = new double[3];
        var turned = new double[3];
        centre(m, shape, section, x, local);
        cell.orientation().rotate(local[0], local[1], local[2], turned);
        return new Point(cell.x_um() + turned[0], cell.y_um() + turned[1], cell.z_um() + turned[2]);
    }

    private static void centre(Morphology m, Compartments shape, SectionNodes section, double x, double[] out) {
        if (section.id() == 0) {
            java.util.Arrays.fill(out, 0);
        } else if (section.id() < m.sectionCount()) {
            along(m, section.id(), x * section.length_um(), out);
        } else {
            double before_um = shape.sections().stream()
                    .filter(s -> s.id() >= m.sectionCount() && s.id() < section.id())
                    .mapToDouble(SectionNodes::length_um)
                    .sum();
            onStub(m, m.somaRadius_um() + before_um + x * section.length_um(), out);
        }
    }

    private static void along(Morphology m, int section, double distance_um, double[] out) {
        int p = m.begin(section);
        double left_um = distance_um;
        while (p < m.end(section) - 2 && left_um > m.segmentLength_um(p)) {
            left_um -= m.segmentLength_um(p);
            p++;
        }
        double length_um = m.segmentLength_um(p);
        double share = length_um > 0 ? Math.min(1, left_um / length_um) : 0;
        out[0] = m.x(p) + share * (m.x(p + 1) - m.x(p));
        out[1] = m.y(p) + share * (m.y(p + 1) - m.y(p));
        out[2] = m.z(p) + share * (m.z(p + 1) - m.z(p));
    }

    private static void onStub(Morphology m, double distance_um, double[] out) {
        double x = 0;
        double y = -1;
        double z = 0;
        for (int s = 1; s < m.sectionCount(); s++) {
            if (m.type(s) == SectionType.AXON && m.parent(s) == 0) {
                int end = m.end(s) - 1;
                x = m.x(end);
                y = m.y(end);
                z = m.z(end);
                break;
            }
        }
        double norm = Math.sqrt(x * x + y * y + z * z);
        out[0] = distance_um * x / norm;
        out[1] = distance_um * y / norm;
        out[2] = distance_um * z / norm;
    }
}
