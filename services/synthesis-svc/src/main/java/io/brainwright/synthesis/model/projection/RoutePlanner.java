package io.brainwright.synthesis.model.projection;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.random.Draws;
import io.brainwright.synthesis.model.steiner.SteinerTree;
import io.brainwright.synthesis.model.steiner.WeightedGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Finds the way of an axon from where it sets out to all its targets: a tree on a graph of places, each joined to its nearest ones by edges that cost what
 * {@link TractCost} says, at most twice as dear as the cheapest ({@link SteinerTree}).
 */
public final class RoutePlanner {
    private static final int NEIGHBOURS = 10; // chosen: about as many as an edge of a Delaunay tessellation in space

    /** chosen: what a forbidden way costs where there is no other: an axon that sets out a few um beside the sheet. */
    private static final double LAST_RESORT = 1000;

    private final CorticalSheet sheet;
    private final TractCost cost;

    public RoutePlanner(CorticalSheet sheet) {
        this.sheet = sheet;
        this.cost = new TractCost(sheet);
    }

    /**
     * @param source place in the frame of the atlas
     * @param targets places
     * @param draws of this cell
     */
    public Route route(double[] source, List<double[]> targets, Draws draws) {
        var ends = new ArrayList<>(List.of(source));
        ends.addAll(targets);
        var way = new WayPoints(sheet, ends, draws);
        var graph = graph(way);
        int[] terminals = IntStream.range(0, ends.size()).toArray();
        return rooted(way, graph, cheapest(graph, terminals, way.foot), ends.size());
    }

    /** Of the trees with all, with one, and without the places where columns meet the tract as hints. */
    private static int[] cheapest(WeightedGraph graph, int[] terminals, int[] foot) {
        int[] best = SteinerTree.edges(graph, terminals, foot);
        int[] below = SteinerTree.edges(graph, terminals, new int[] {foot[0]});
        return SteinerTree.length(graph, below) < SteinerTree.length(graph, best) ? below : best;
    }

    private WeightedGraph graph(WayPoints way) {
        int n = way.places.size();
        var always = new TreeSet<Long>();
        way.always.forEach(pair -> always.add(key(pair[0], pair[1], n)));
        var pairs = new TreeSet<>(always);
        for (int i = 0; i < n; i++) {
            for (int j : nearest(way.places, i)) {
                pairs.add(key(i, j, n));
            }
        }
        var kept = new TreeMap<Long, Double>();
        for (long pair : pairs) {
            double[] a = way.places.get((int) (pair / n));
            double[] b = way.places.get((int) (pair % n));
            double length = cost.between(a, b);
            if (length < Double.POSITIVE_INFINITY) {
                kept.put(pair, length);
            } else if (always.contains(pair)) {
                kept.put(pair, LAST_RESORT * Math.sqrt(TractCost.square(a, b)));
            }
        }
        return new WeightedGraph(
                n,
                kept.keySet().stream().mapToInt(p -> (int) (p / n)).toArray(),
                kept.keySet().stream().mapToInt(p -> (int) (p % n)).toArray(),
                kept.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static long key(int i, int j, int n) {
        return (long) Math.min(i, j) * n + Math.max(i, j);
    }

    private static int[] nearest(List<double[]> places, int i) {
        double[] square = new double[places.size()];
        Arrays.setAll(square, j -> TractCost.square(places.get(i), places.get(j)));
        return IntStream.range(0, square.length)
                .filter(j -> j != i)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer j) -> square[j]).thenComparingInt(j -> j))
                .limit(NEIGHBOURS)
                .mapToInt(j -> j)
                .toArray();
    }

    /** The tree of edges, seen from node 0. */
    private static Route rooted(WayPoints way, WeightedGraph graph, int[] edges, int ends) {
        var places = new ArrayList<double[]>();
        var parents = new ArrayList<Integer>();
        var targets = new ArrayList<Integer>();
        var open = new ArrayList<int[]>(List.of(new int[] {0, -1, -1}));
        while (!open.isEmpty()) {
            int[] next = open.removeLast();
            int node = next[0];
            int own = places.size();
            places.add(way.places.get(node));
            parents.add(next[1]);
            targets.add(node > 0 && node < ends ? node - 1 : -1);
            for (int edge : edges) {
                boolean here = graph.a(edge) == node || graph.b(edge) == node;
                if (here && edge != next[2]) {
                    open.add(new int[] {graph.across(edge, node), own, edge});
                }
            }
        }
        return new Route(places, parents, targets);
    }
}
