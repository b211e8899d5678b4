package io.brainwright.placement.model.vessels;

import io.brainwright.neuro.random.Draws;
import io.brainwright.placement.model.Column;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a column's vessels come to.
 *
 * @param length_m_per_mm3 their length in the column's volume
 * @param lengthByKind_m_per_mm3 the same by kind
 * @param volumeFraction share of the column that they fill
 * @param surface_um2 of all walls
 * @param capillaries sections of the capillary bed
 * @param capillaryLength_um mean length of a capillary from branch point to branch point
 * @param capillaryDiameter_um mean, by length
 * @param branchPoints points where three or more segments meet
 * @param blindEnds points with one segment that do not lie at the pia
 * @param components parts that the graph falls into
 * @param medianDistance_um of places in the column from the nearest centre line
 * @param largestDistance_um the largest of them
 * @param tightest_um least gap between the walls of two capillaries that share no branch point
 */
public record VesselMeasures(
        double length_m_per_mm3,
        Map<VesselKind, Double> lengthByKind_m_per_mm3,
        double volumeFraction,
        double surface_um2,
        int capillaries,
        double capillaryLength_um,
        double capillaryDiameter_um,
        int branchPoints,
        int blindEnds,
        int components,
        double medianDistance_um,
        double largestDistance_um,
        double tightest_um) {
    private static final double UM_PER_M = 1e6;
    private static final double UM3_PER_MM3 = 1e9;
    /** chosen: the median is known to about 1 %. */
    private static final int PLACES = 20_000;
    /** Gaps beyond are not looked for. */
    private static final double SEEN_um = 20;

    /** Measures the vessels of a column; the places that distances are taken from are drawn by a seed. */
    public static VesselMeasures of(Column column, VesselGraph graph, long seed) {
        var space = new ColumnSpace(column);
        var lengths = new EnumMap<VesselKind, Double>(VesselKind.class);
        double volume_um3 = 0;
        double surface_um2 = 0;
        double wide = 0;
        int capillaries = 0;
        for (var segment : graph.segments()) {
            double length_um = graph.length_um(segment);
            lengths.merge(segment.kind(), length_um, Double::sum);
            volume_um3 += graph.volume_um3(segment);
            surface_um2 += graph.area_um2(segment);
            if (segment.kind() == VesselKind.CAPILLARY) {
                wide += length_um * (segment.startDiameter_um() + segment.endDiameter_um()) / 2;
                capillaries += segment.place() == 0 ? 1 : 0;
            }
        }
        double capillary_um = lengths.getOrDefault(VesselKind.CAPILLARY, 0.0);
        double all_um =
                lengths.values().stream().mapToDouble(Double::doubleValue).sum();
        double per = UM_PER_M * space.volume_mm3();
        var byKind = new EnumMap<VesselKind, Double>(VesselKind.class);
        lengths.forEach((kind, length_um) -> byKind.put(kind, length_um / per));
        var grid = grid(graph);
        double[] distances_um = distances_um(space, grid, seed);
        int[] degree = graph.degrees();
        return new VesselMeasures(
                all_um / per,
                Map.copyOf(byKind),
                volume_um3 / (UM3_PER_MM3 * space.volume_mm3()),
                surface_um2,
                capillaries,
                capillary_um / capillaries,
                wide / capillary_um,
                (int) Arrays.stream(degree).filter(d -> d > 2).count(),
                blind(column, graph, degree),
                graph.components(),
                distances_um[PLACES / 2],
                distances_um[PLACES - 1],
                tightest_um(graph, grid));
    }

    private static PieceGrid grid(VesselGraph graph) {
        var grid = new PieceGrid();
        var ends = new int[graph.sections()][2];
        for (var segment : graph.segments()) {
            if (segment.place() == 0) {
                ends[segment.section()][0] = segment.start();
            }
            ends[segment.section()][1] = segment.end();
        }
        int index = 0;
        for (var s : graph.segments()) {
            grid.add(new PieceGrid.Piece(
                    graph.point(s.start()),
                    graph.point(s.end()),
                    s.radius_um(),
                    ends[s.section()][0],
                    ends[s.section()][1],
                    index++));
        }
        return grid;
    }

    private static double[] distances_um(ColumnSpace space, PieceGrid grid, long seed) {
        var draws = Draws.of(seed, "vessels.places", 0);
        var distances_um = new double[PLACES];
        var at = new double[3];
        var there = new double[3];
        for (int i = 0; i < PLACES; i++) {
            space.draw(draws, 0, at);
            space.toAtlas(at, there);
            distances_um[i] = grid.nearest_um(there, 2 * space.thickness_um());
        }
        Arrays.sort(distances_um);
        return distances_um;
    }

    private static int blind(Column column, VesselGraph graph, int[] degree) {
        var sheet = column.region().sheet();
        int blind = 0;
        for (int i = 0; i < degree.length; i++) {
            var p = graph.point(i);
            blind += degree[i] == 1 && sheet.depth_um(p[0], p[1], p[2]) > 1 ? 1 : 0;
        }
        return blind;
    }

    private static double tightest_um(VesselGraph graph, PieceGrid grid) {
        double[] least = {Double.POSITIVE_INFINITY};
        var st = new double[2];
        grid.each(one -> grid.all(one.a(), one.b(), SEEN_um, other -> {
            if (other.index() > one.index()
                    && bothCapillaries(graph, one.index(), other.index())
                    && one.from() != other.from()
                    && one.from() != other.to()
                    && one.to() != other.from()
                    && one.to() != other.to()) {
                Pieces.nearest(one.a(), one.b(), other.a(), other.b(), st);
                double gap_um = Pieces.distance(
                                Pieces.along(one.a(), one.b(), st[0]), Pieces.along(other.a(), other.b(), st[1]))
                        - one.radius_um()
                        - other.radius_um();
                least[0] = Math.min(least[0], gap_um);
            }
            return true;
        }));
        return least[0];
    }

    private static boolean bothCapillaries(VesselGraph graph, int one, int other) {
        return graph.segments().get(one).kind() == VesselKind.CAPILLARY
                && graph.segments().get(other).kind() == VesselKind.CAPILLARY;
    }
}
