package io.brainwright.placement.model.endfeet;

import io.brainwright.placement.model.vessels.VesselGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Places along the vessels where feet may stand, at even distances of the whole length; in a grid of cubes. */
final class VesselSites {
    private static final double EDGE_um = 30;

    private final Map<List<Integer>, List<Site>> cubes = new HashMap<>();
    private final int size;

    /**
     * One place.
     *
     * @param id in the order of segments, and along each
     * @param centre on the centre line
     */
    record Site(int id, int segment, double along, double[] centre, double radius_um) {
        /** Distance of the centre line. */
        double from_um(double[] p) {
            double dx = centre[0] - p[0];
            double dy = centre[1] - p[1];
            double dz = centre[2] - p[2];
            return Math.sqrt(dx * dx + dy * dy + dz * dz);
        }

        /** Of the wall. */
        double wall_um(double[] p) {
            return from_um(p) - radius_um;
        }

        /** The place on the wall that faces a point; the centre line where the point lies on it. */
        double[] facing(double[] p) {
            double share = radius_um / Math.max(from_um(p), radius_um);
            var wall = new double[3];
            for (int k = 0; k < 3; k++) {
                wall[k] = centre[k] + share * (p[k] - centre[k]);
            }
            return wall;
        }
    }

    VesselSites(VesselGraph graph, double perUm) {
        double next_um = 0.5 / perUm;
        double from_um = 0;
        int id = 0;
        for (int s = 0; s < graph.segments().size(); s++) {
            var segment = graph.segments().get(s);
            double length_um = graph.length_um(segment);
            for (; next_um < from_um + length_um; next_um += 1 / perUm) {
                enter(site(graph, s, (next_um - from_um) / length_um, id++));
            }
            from_um += length_um;
        }
        this.size = id;
    }

    private static Site site(VesselGraph graph, int s, double along, int id) {
        var segment = graph.segments().get(s);
        var a = graph.point(segment.start());
        var b = graph.point(segment.end());
        var centre = new double[3];
        for (int k = 0; k < 3; k++) {
            centre[k] = a[k] + along * (b[k] - a[k]);
        }
        double diameter_um =
                segment.startDiameter_um() + along * (segment.endDiameter_um() - segment.startDiameter_um());
        return new Site(id, s, along, centre, diameter_um / 2);
    }

    private void enter(Site site) {
        cubes.computeIfAbsent(cube(site.centre(), 0, 0, 0), _ -> new ArrayList<>())
                .add(site);
    }

    /** All within a reach of a place, nearest wall first, ties by id. */
    List<Site> near(double[] p, double reach_um) {
        int r = (int) Math.ceil(reach_um / EDGE_um);
        var found = new ArrayList<Site>();
        for (int x = -r; x <= r; x++) {
            for (int y = -r; y <= r; y++) {
                for (int z = -r; z <= r; z++) {
                    for (var site : cubes.getOrDefault(cube(p, x, y, z), List.of())) {
                        if (site.from_um(p) <= reach_um) {
                            found.add(site);
                        }
                    }
                }
            }
        }
        found.sort(Comparator.<Site>comparingDouble(s -> s.wall_um(p)).thenComparingInt(Site::id));
        return found;
    }

    /** The one whose centre line is nearest. */
    Site nearest(double[] p) {
        assert size > 0;
        for (double reach_um = EDGE_um; ; reach_um *= 2) {
            var near = near(p, reach_um);
            if (!near.isEmpty()) {
                return near.getFirst();
            }
        }
    }

    private static List<Integer> cube(double[] p, int x, int y, int z) {
        return List.of(
                (int) Math.floor(p[0] / EDGE_um) + x,
                (int) Math.floor(p[1] / EDGE_um) + y,
                (int) Math.floor(p[2] / EDGE_um) + z);
    }
}
