package io.brainwright.connectome.model.apposition;

import io.brainwright.connectome.model.tissue.Segments;

/** Describes both sides of a contact: points on the axes and on the surfaces that face each other. */
final class Facing {
    private Facing() {}

    /** The contact of a point of the axon with the nearest point of a target's segment. */
    static Contact contact(Segments axon, int a, double fraction, Segments targets, int place) {
        double[] from = new double[3];
        double[] to = new double[3];
        axon.at(a, fraction, from);
        var closest = new Closest();
        double distance_um = Math.sqrt(closest.squared(from, targets.ends(), place));
        targets.at(place, closest.t, to);
        double gap_um = distance_um - axon.radius_um()[a] - targets.radius_um()[place];
        double path_um = axon.path_um(a) + fraction * axon.length_um(a);
        return new Contact(
                site(axon, a, fraction, from, to, distance_um),
                site(targets, place, closest.t, to, from, distance_um),
                path_um,
                gap_um);
    }

    /** One side; where the axes cross, the surface point is taken along +y. */
    static Site site(Segments of, int i, double fraction, double[] own, double[] other, double distance_um) {
        double r = of.radius_um()[i];
        boolean crossing = distance_um < 1e-9;
        double ux = crossing ? 0 : (other[0] - own[0]) / distance_um;
        double uy = crossing ? 1 : (other[1] - own[1]) / distance_um;
        double uz = crossing ? 0 : (other[2] - own[2]) / distance_um;
        double offset_um = fraction * of.length_um(i);
        double whole_um = of.sectionLength_um(i);
        return new Site(
                of.section(i),
                of.segment(i),
                offset_um,
                whole_um == 0 ? 0.5 : Math.min(1, (of.start_um(i) + offset_um) / whole_um),
                of.type(i),
                own[0],
                own[1],
                own[2],
                own[0] + r * ux,
                own[1] + r * uy,
                own[2] + r * uz);
    }
}
