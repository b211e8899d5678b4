package io.brainwright.connectome.files;

import io.brainwright.connectome.model.analysis.CellGraph;
import io.brainwright.connectome.model.analysis.CommonNeighbours;
import io.brainwright.connectome.model.analysis.DirectedSimplices;
import io.brainwright.connectome.model.analysis.DistantPaths;
import io.brainwright.connectome.model.analysis.Hubs;
import io.brainwright.connectome.model.analysis.RichClub;
import io.brainwright.connectome.model.analysis.SimplexCensus;
import io.brainwright.connectome.model.analysis.Somata;
import io.brainwright.connectome.model.analysis.StrongComponents;
import io.brainwright.connectome.model.analysis.Triads;
import io.brainwright.connectome.model.analysis.homology.BettiNumbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Measures a graph and lays the numbers out as a tree, for JSON. What would take too long is left out by name, with the reason. */
public final class GraphReport {
    private final CellGraph graph;
    private final CellGraph back;
    private final Set<GraphMetric> asked;
    private final Wish wish;
    private final @Nullable NodeTable nodes;
    private final SequencedMap<String, Object> tree = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();

    private GraphReport(CellGraph graph, @Nullable NodeTable nodes, Wish wish) {
        this.graph = graph;
        this.back = graph.reversed();
        this.asked = wish.metrics();
        this.wish = wish;
        this.nodes = nodes;
    }

    /**
     * What to measure.
     *
     * @param metrics what to measure
     * @param whateverItTakes also where it costs minutes and gigabytes
     * @param least_um between which somata highways lead: those at least this far apart, um
     */
    public record Wish(Set<GraphMetric> metrics, boolean whateverItTakes, double least_um) {}

    /** Measures; the places of the nodes are needed for highway hubs alone. */
    public static SequencedMap<String, Object> of(CellGraph graph, @Nullable NodeTable nodes, Wish wish) {
        var report = new GraphReport(graph, nodes, wish);
        report.pairs();
        report.simplices();
        report.whole();
        if (!report.leftOut.isEmpty()) {
            report.tree.put("left_out", report.leftOut);
        }
        return report.tree;
    }

    private void pairs() {
        tree.put("nodes", graph.cells());
        tree.put("edges", graph.connections());
        tree.put("density", graph.density());
        if (asked.contains(GraphMetric.RECIPROCITY)) {
            long mutual = IntStream.range(0, graph.cells())
                    .mapToLong(a -> IntStream.range(graph.begin(a), graph.end(a))
                            .filter(e -> graph.connects(graph.other(e), a))
                            .count())
                    .sum();
            tree.put("reciprocal_edges", mutual);
            tree.put("reciprocity", (double) mutual / graph.connections());
        }
        if (asked.contains(GraphMetric.DEGREES)) {
            tree.put("out_degree", degrees(graph));
            tree.put("in_degree", degrees(back));
        }
        double steps = (double) graph.cells() * graph.cells() + squaredDegrees(graph) + squaredDegrees(back);
        if (wanted(GraphMetric.COMMON_NEIGHBOURS, steps, 2e10, "pairs of cells")) {
            var anywhere = new Somata(
                    new float[graph.cells()], new float[graph.cells()], new float[graph.cells()]); // no distance limits
            tree.put("common_neighbours_efferent", shared(CommonNeighbours.efferent(graph, anywhere, 1)));
            tree.put("common_neighbours_afferent", shared(CommonNeighbours.afferent(graph, anywhere, 1)));
        }
    }

    private void simplices() {
        if (Set.of(GraphMetric.SIMPLICES, GraphMetric.MAXIMAL, GraphMetric.PARTICIPATION, GraphMetric.BETTI).stream()
                .noneMatch(asked::contains)) {
            return;
        }
        long[] counts = DirectedSimplices.countAll(graph);
        long all = LongStream.of(counts).sum();
        tree.put("simplex_counts", counts);
        tree.put(
                "simplex_counts_over_chance",
                IntStream.range(0, counts.length)
                        .mapToDouble(k -> counts[k] / DirectedSimplices.byChance(graph.cells(), graph.density(), k))
                        .toArray());
        boolean maximal = wanted(GraphMetric.MAXIMAL, all, 2e7, "simplices");
        boolean participation = wanted(GraphMetric.PARTICIPATION, all, 2e7, "simplices");
        if (maximal || participation) {
            var census = SimplexCensus.of(graph);
            if (maximal) {
                tree.put("maximal_simplex_counts", census.maximal());
            }
            if (participation) {
                tree.put("participation", Participation.tree(census));
            }
        }
        tree.put(
                "euler_characteristic",
                IntStream.range(0, counts.length)
                        .mapToLong(k -> k % 2 == 0 ? counts[k] : -counts[k])
                        .sum());
        if (wanted(GraphMetric.BETTI, all, 5e5, "simplices")) {
            tree.put("betti", BettiNumbers.of(graph));
        }
    }

    private void whole() {
        if (asked.contains(GraphMetric.COMPONENTS)) {
            var components = StrongComponents.of(graph);
            tree.put("strongly_connected_components", components.count());
            tree.put("largest_scc", components.largest());
        }
        double steps = 2 * (squaredDegrees(graph) + squaredDegrees(back));
        if (wanted(GraphMetric.TRIADS, steps, 2e10, "neighbours of pairs")) {
            tree.put("triad_census", Triads.census(graph));
        }
        if (asked.contains(GraphMetric.RICH_CLUB)) {
            tree.put(
                    "rich_club",
                    RichClub.of(graph).stream().map(GraphReport::club).toList());
        }
        if (asked.contains(GraphMetric.HUBS)) {
            var hubs = Hubs.of(graph, back);
            tree.put("hubs", Map.of("degree_threshold", hubs.threshold(), "nodes", hubs.cells()));
        }
        highways();
    }

    private void highways() {
        if (asked.contains(GraphMetric.HIGHWAY_HUBS) && (nodes == null || !nodes.hasPlaces())) {
            leftOut.add("highway_hubs: nothing is known of where cells lie; --nodes FILE with columns id,x,y,z tells");
            return;
        }
        if (nodes != null
                && wanted(GraphMetric.HIGHWAY_HUBS, DistantPaths.steps(graph), 2e10, "steps from cell to cell")) {
            var paths = DistantPaths.of(graph, nodes.somata(), wish.least_um(), Double.POSITIVE_INFINITY);
            var hubs = paths.hubs();
            var highways = new LinkedHashMap<String, Object>();
            highways.put("min_distance_um", wish.least_um());
            highways.put("distant_pairs", paths.pairs());
            highways.put("reached", paths.reached());
            highways.put("connected", paths.direct());
            highways.put("path_length_mean", paths.length().mean());
            highways.put("traffic_threshold", hubs.threshold());
            highways.put("nodes", hubs.cells());
            highways.put(
                    "traffic",
                    IntStream.of(hubs.cells())
                            .mapToDouble(c -> paths.traffic()[c])
                            .toArray());
            tree.put("highway_hubs", highways);
        }
    }

    private boolean wanted(GraphMetric metric, double amount, double most, String what) {
        if (!asked.contains(metric) || wish.whateverItTakes() || amount <= most) {
            return asked.contains(metric);
        }
        leftOut.add("%s: %.3g %s, of which up to %.3g are looked at without being told to; --exhaustive does so"
                .formatted(metric.name().toLowerCase(java.util.Locale.ROOT), amount, what, most));
        return false;
    }

    private static double squaredDegrees(CellGraph graph) {
        return IntStream.range(0, graph.cells())
                .mapToDouble(c -> (double) graph.degree(c) * graph.degree(c))
                .sum();
    }

    private static Map<String, Object> degrees(CellGraph graph) {
        var all = IntStream.range(0, graph.cells()).map(graph::degree).summaryStatistics();
        double squares = IntStream.range(0, graph.cells())
                .mapToDouble(c -> Math.pow(graph.degree(c) - all.getAverage(), 2))
                .sum();
        var degrees = new LinkedHashMap<String, Object>();
        degrees.put("mean", all.getAverage());
        degrees.put("sd_pop", Math.sqrt(squares / graph.cells()));
        degrees.put("min", all.getMin());
        degrees.put("max", all.getMax());
        return degrees;
    }

    private static Map<String, Object> shared(CommonNeighbours found) {
        var shared = new LinkedHashMap<String, Object>();
        shared.put("mean_all_pairs", found.meanAll());
        shared.put("mean_connected_pairs", found.meanConnected());
        shared.put("mean_unconnected_pairs", found.meanUnconnected());
        shared.put("max", found.most());
        return shared;
    }

    private static Map<String, Object> club(RichClub club) {
        var row = new LinkedHashMap<String, Object>();
        row.put("degree_above", club.degree());
        row.put("nodes", club.cells());
        row.put("edges", club.connections());
        row.put("coefficient", club.coefficient());
        return row;
    }
}
