package io.brainwright.placement.model.endfeet;

import io.brainwright.placement.model.vessels.VesselGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Feet spread over the walls of vessels, all at one speed along the centre lines, until each has the area that was drawn for it or meets others. A
 * foot closes round the vessel; rings of at most {@value #RING_um} um are taken whole but for the last, of which it takes its share.
 */
final class Spread {
    private static final double RING_um = 2;

    private final List<Ring> rings = new ArrayList<>();
    private final List<List<Integer>> atPoint = new ArrayList<>();
    private final int[] first;
    private final int[] count;

    /** A stretch of a segment; neighbours within it are the rings before and after, at its ends those of its points. */
    private record Ring(double area_um2, double length_um, int from, int to) {}

    private record Front(double way_um, int foot, int ring) {
        private static final Comparator<Front> NEAREST = Comparator.comparingDouble(Front::way_um)
                .thenComparingInt(Front::foot)
                .thenComparingInt(Front::ring);
    }

    private Spread(VesselGraph graph) {
        int n = graph.segments().size();
        this.first = new int[n];
        this.count = new int[n];
        for (int p = 0; p < graph.points(); p++) {
            atPoint.add(new ArrayList<>());
        }
        for (int s = 0; s < n; s++) {
            var segment = graph.segments().get(s);
            double length_um = graph.length_um(segment);
            int parts = (int) Math.max(1, Math.ceil(length_um / RING_um));
            first[s] = rings.size();
            count[s] = parts;
            double area_um2 = graph.area_um2(segment);
            double d = segment.startDiameter_um();
            double step = (segment.endDiameter_um() - d) / parts;
            double mean = (d + segment.endDiameter_um()) / 2;
            atPoint.get(segment.start()).add(rings.size());
            for (int k = 0; k < parts; k++) {
                double share = (d + (k + 0.5) * step) / mean / parts;
                rings.add(new Ring(
                        area_um2 * share,
                        length_um / parts,
                        k == 0 ? segment.start() : -1,
                        k == parts - 1 ? segment.end() : -1));
            }
            atPoint.get(segment.end()).add(rings.size() - 1);
        }
    }

    static List<Endfoot> over(VesselGraph graph, List<Endfoot> feet) {
        return new Spread(graph).grow(feet);
    }

    private List<Endfoot> grow(List<Endfoot> feet) {
        var area_um2 = new double[feet.size()];
        var length_um = new double[feet.size()];
        var taken = new boolean[rings.size()];
        var fronts = new PriorityQueue<Front>(Front.NEAREST);
        for (int f = 0; f < feet.size(); f++) {
            int s = feet.get(f).segment();
            int ring = first[s] + Math.min(count[s] - 1, (int) (feet.get(f).along() * count[s]));
            fronts.add(new Front(0, f, ring));
        }
        while (!fronts.isEmpty()) {
            var front = fronts.remove();
            int f = front.foot();
            double left_um2 = feet.get(f).wanted_um2() - area_um2[f];
            if (taken[front.ring()] || left_um2 <= 0) {
                continue;
            }
            taken[front.ring()] = true;
            var ring = rings.get(front.ring());
            double share = Math.min(1, left_um2 / ring.area_um2());
            area_um2[f] += share * ring.area_um2();
            length_um[f] += share * ring.length_um();
            if (share == 1) {
                for (int next : neighbours(front.ring())) {
                    if (!taken[next]) {
                        double way_um = (ring.length_um() + rings.get(next).length_um()) / 2;
                        fronts.add(new Front(front.way_um() + way_um, f, next));
                    }
                }
            }
        }
        var out = new ArrayList<Endfoot>();
        for (int f = 0; f < feet.size(); f++) {
            out.add(feet.get(f).covering(area_um2[f], length_um[f]));
        }
        return out;
    }

    private List<Integer> neighbours(int at) {
        var ring = rings.get(at);
        var next = new ArrayList<Integer>();
        if (ring.from() < 0) {
            next.add(at - 1);
        } else {
            next.addAll(atPoint.get(ring.from()));
        }
        if (ring.to() < 0) {
            next.add(at + 1);
        } else {
            next.addAll(atPoint.get(ring.to()));
        }
        return next;
    }
}
