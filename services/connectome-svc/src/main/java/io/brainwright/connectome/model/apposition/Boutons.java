package io.brainwright.connectome.model.apposition;

import io.brainwright.connectome.model.tissue.Segments;
import io.brainwright.neuro.random.Draws;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts boutons where the axon of one cell runs along one target cell.
 *
 * <p>Overlaps on one axon section that are nearer than the region gap merge to a region. Its first bouton lies at
 * U(0, min(length, U(min, max))) from its begin, the next ones U(min, max) apart; so every region bears at least one. A bouton
 * that falls into a gap between overlaps moves to the nearer end of its neighbours. It faces the segment with the smallest gap
 * there.
 *
 * @see <a href="https://doi.org/10.3389/fncom.2015.00120">Reimann et al. 2015</a>
 */
final class Boutons {
    private static final Comparator<Overlap> ALONG_THE_AXON = Comparator.comparingInt(Overlap::axonSection)
            .thenComparingDouble(Overlap::from_um)
            .thenComparingDouble(Overlap::to_um)
            .thenComparingInt(Overlap::place);

    private final Segments axon;
    private final Segments targets;
    private final BoutonSpacing spacing;
    private final Closest closest = new Closest();
    private final double[] point = new double[3];

    Boutons(Segments axon, Segments targets, BoutonSpacing spacing) {
        this.axon = axon;
        this.targets = targets;
        this.spacing = spacing;
    }

    /**
     * @param overlaps of one axon with one target cell, in any order
     * @param draws stream of the connection
     */
    List<Contact> place(List<Overlap> overlaps, Draws draws) {
        var sorted = new ArrayList<>(overlaps);
        sorted.sort(ALONG_THE_AXON);
        var contacts = new ArrayList<Contact>();
        int first = 0;
        double end_um = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sorted.size(); i++) {
            var next = sorted.get(i);
            boolean apart = next.axonSection() != sorted.get(first).axonSection()
                    || next.from_um() - end_um > spacing.regionGap_um();
            if (i > first && apart) {
                along(sorted.subList(first, i), end_um, draws, contacts);
                first = i;
                end_um = Double.NEGATIVE_INFINITY;
            }
            end_um = Math.max(end_um, next.to_um());
        }
        if (!sorted.isEmpty()) {
            along(sorted.subList(first, sorted.size()), end_um, draws, contacts);
        }
        return contacts;
    }

    private void along(List<Overlap> region, double end_um, Draws draws, List<Contact> contacts) {
        double begin_um = region.get(0).from_um();
        double lead_um = Math.min(end_um - begin_um, draws.uniform(spacing.min_um(), spacing.max_um()));
        double at_um = begin_um + draws.uniform(0, lead_um);
        while (at_um <= end_um) {
            contacts.add(contact(region, at_um));
            at_um += draws.uniform(spacing.min_um(), spacing.max_um());
        }
    }

    private Contact contact(List<Overlap> region, double wanted_um) {
        double at_um = ontoOverlap(region, wanted_um);
        Overlap best = region.get(0);
        double smallest_um = Double.POSITIVE_INFINITY;
        for (var overlap : region) {
            if (overlap.from_um() <= at_um && at_um <= overlap.to_um()) {
                double gap_um = gapAt(overlap, at_um);
                if (gap_um < smallest_um) {
                    smallest_um = gap_um;
                    best = overlap;
                }
            }
        }
        return Facing.contact(axon, best.axon(), fraction(best, at_um), targets, best.place());
    }

    private static double ontoOverlap(List<Overlap> region, double wanted_um) {
        double nearest_um = region.get(0).from_um();
        for (var overlap : region) {
            double at_um = Math.max(overlap.from_um(), Math.min(overlap.to_um(), wanted_um));
            if (Math.abs(at_um - wanted_um) < Math.abs(nearest_um - wanted_um)) {
                nearest_um = at_um;
            }
        }
        return nearest_um;
    }

    private double gapAt(Overlap overlap, double at_um) {
        axon.at(overlap.axon(), fraction(overlap, at_um), point);
        double distance_um = Math.sqrt(closest.squared(point, targets.ends(), overlap.place()));
        return distance_um - axon.radius_um()[overlap.axon()] - targets.radius_um()[overlap.place()];
    }

    private double fraction(Overlap overlap, double at_um) {
        double length_um = axon.length_um(overlap.axon());
        return length_um == 0 ? 0 : Math.max(0, Math.min(1, (at_um - axon.start_um(overlap.axon())) / length_um));
    }
}
