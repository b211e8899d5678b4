package io.brainwright.connectome.model.wiring;

import io.brainwright.connectome.model.apposition.Contact;
import io.brainwright.connectome.model.apposition.Site;
import io.brainwright.connectome.model.tissue.Neurites;
import io.brainwright.connectome.model.tissue.PlacedCell;
import io.brainwright.connectome.model.tissue.Segments;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.random.Draws;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves the synapses of chandelier cells to the target's axon initial segment.
 *
 * <p>The cartridges of chandelier axons wrap initial segments, which grown axons do not seek. As in the reference recipe, each
 * apposition with the target keeps its bouton, and its far side moves to a place uniform on the first axon section within the
 * initial segment's length. Its gap is then the true distance, far above the reach: these contacts stand for cartridges that
 * the morphology lacks.
 */
final class InitialSegments {
    private InitialSegments() {}

    /** Whether a cell has no axon, and so no initial segment. */
    static boolean absentFrom(PlacedCell target) {
        var shape = target.shape();
        for (int s = 1; s < shape.sectionCount(); s++) {
            if (shape.type(s) == SectionType.AXON && shape.end(s) - shape.begin(s) > 1) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param contacts of one pair
     * @param length_um length of the initial segment
     * @return the moved contacts; none where the target has no axon
     */
    static List<Contact> move(List<Contact> contacts, PlacedCell target, double length_um, Draws draws) {
        var axon = new Segments();
        Neurites.addAxon(target, 0, axon);
        int end = 0;
        while (end < axon.size() && axon.section(end) == axon.section(0)) {
            end++;
        }
        var moved = new ArrayList<Contact>();
        if (end == 0) {
            return moved;
        }
        double room_um = Math.min(length_um, axon.sectionLength_um(0));
        for (var contact : contacts) {
            double at_um = draws.uniform(0, room_um);
            int i = 0;
            while (i < end - 1 && axon.start_um(i + 1) <= at_um) {
                i++;
            }
            moved.add(facing(contact, axon, i, at_um));
        }
        return moved;
    }

    private static Contact facing(Contact contact, Segments axon, int i, double at_um) {
        double length_um = axon.length_um(i);
        double fraction = length_um == 0 ? 0 : Math.min(1, (at_um - axon.start_um(i)) / length_um);
        double[] place = new double[3];
        axon.at(i, fraction, place);
        double radius_um = axon.radius_um()[i];
        var moved = new Site(
                axon.section(i),
                axon.segment(i),
                fraction * length_um,
                Math.min(1, at_um / axon.sectionLength_um(i)),
                axon.type(i),
                place[0],
                place[1],
                place[2],
                place[0],
                place[1],
                place[2]);
        var bouton = contact.efferent();
        double gap_um = bouton.centerDistance_um(moved) - bouton.radius_um() - radius_um;
        return new Contact(
                bouton.facing(moved, bouton.radius_um()),
                moved.facing(bouton, radius_um),
                contact.axonPath_um(),
                gap_um);
    }
}
