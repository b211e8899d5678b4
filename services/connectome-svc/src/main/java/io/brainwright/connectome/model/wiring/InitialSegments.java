package io.brainwright.connectome.model.wiring;

import io.brainwright.connectome.model.apposition.Contact;
import io.brainwright.connectome.model.apposition.Site;
import io.brainwright.connectome.model.tissue.Neurites;
import io.brainwright.connectome.model.tissue.PlacedCell;
import io.brainwright.connectome.model.tissue.Segments;
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
        double[] c = new double[3];
        axon.at(i, fraction, c);
        var bouton = contact.efferent();
        double dx = bouton.centerX_um() - c[0];
        double dy = bouton.centerY_um() - c[1];
        double dz = bouton.centerZ_um() - c[2];
        double distance_um = Math.sqrt(dx * dx + dy * dy + dz * dz);
        double r = distance_um == 0 ? 0 : axon.radius_um()[i] / distance_um;
        var site = new Site(
                axon.section(i),
                axon.segment(i),
                fraction * length_um,
                Math.min(1, at_um / axon.sectionLength_um(i)),
                axon.type(i),
                c[0],
                c[1],
                c[2],
                c[0] + r * dx,
                c[1] + r * dy,
                c[2] + r * dz);
        return new Contact(bouton, site, contact.axonPath_um(), distance_um - axon.radius_um()[i]);
    }
}
