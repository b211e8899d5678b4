package io.brainwright.synthesis.model.steiner;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A tree that joins the terminals of a graph and is at most twice as long as the shortest one can be.
 *
 * <pre>{@code
 *   length ≤ 2 (1 - 1/k) · optimum,   k terminals
 * }</pre>
 *
 * <ol>
 *   <li>Each node goes to its nearest terminal s(v), at the distance d(v).
 *   <li>An edge (u, v) with s(u) ≠ s(v) joins two terminals over a way of length d(u) + l(u, v) + d(v); the shortest spanning tree of the
 *       terminals is taken from these ways (it is one of the complete graph of distances between terminals: Mehlhorn 1988).
 *   <li>The ways' edges make a subgraph; of its shortest spanning tree the leaves that are no terminals are cut off (Kou, Markowsky and Berman 1981).
 * </ol>
 *
 * @see <a href="https://doi.org/10.1007/BF00288961">Kou, Markowsky &amp; Berman 1981, Acta Informatica 15:141</a>
 * @see <a href="https://doi.org/10.1016/0020-0190(88)90066-X">Mehlhorn 1988, Information Processing Letters 27:125</a>
 */
public final class SteinerTree {
    private SteinerTree() {}

    /**
     * Edges of the tree, ascending; where a terminal cannot be reached from the others, those of a forest.
     *
     * @param terminals nodes to be joined, each once
     */
    public static int[] edges(WeightedGraph graph, int[] terminals) {
        return edges(graph, terminals, new int[0]);
    }

    /**
     * The same, with a hint at where it may fork: the better of the tree without and the tree with it, so that the bound holds.
     *
     * @param hints further nodes, none of them a terminal, that it passes where this makes it shorter
     */
    public static int[] edges(WeightedGraph graph, int[] terminals, int[] hints) {
        int[] plain = joined(graph, terminals, terminals);
        if (hints.length == 0) {
            return plain;
        }
        int[] all =
                IntStream.concat(Arrays.stream(terminals), Arrays.stream(hints)).toArray();
        int[] hinted = joined(graph, all, terminals);
        return length(graph, hinted) < length(graph, plain) ? hinted : plain;
    }

    /** @param kept nodes that may be leaves of the tree, some of those that are joined */
    private static int[] joined(WeightedGraph graph, int[] terminals, int[] kept) {
        var near = NearestTerminal.of(graph, terminals);
        var ways = new BitSet(graph.edges());
        for (int edge : spanning(
                IntStream.range(0, graph.edges())
                        .filter(e -> joins(graph, near, e))
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer e) -> way(graph, near, e))
                                .thenComparingInt(e -> e))
                        .toList(),
                terminals.length,
                e -> near.terminal()[graph.a(e)],
                e -> near.terminal()[graph.b(e)])) {
            ways.set(edge);
            back(graph, near, graph.a(edge), ways);
            back(graph, near, graph.b(edge), ways);
        }
        var tree = new BitSet(graph.edges());
        for (int edge : spanning(
                ways.stream()
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer e) -> graph.length(e))
                                .thenComparingInt(e -> e))
                        .toList(),
                graph.nodes(),
                graph::a,
                graph::b)) {
            tree.set(edge);
        }
        cutLeaves(graph, kept, tree);
        return tree.stream().toArray();
    }

    /** Length of some edges together. */
    public static double length(WeightedGraph graph, int[] edges) {
        return Arrays.stream(edges).mapToDouble(graph::length).sum();
    }

    private static boolean joins(WeightedGraph graph, NearestTerminal near, int edge) {
        int s = near.terminal()[graph.a(edge)];
        int t = near.terminal()[graph.b(edge)];
        return s >= 0 && t >= 0 && s != t;
    }

    private static double way(WeightedGraph graph, NearestTerminal near, int edge) {
        return near.distance()[graph.a(edge)] + graph.length(edge) + near.distance()[graph.b(edge)];
    }

    private static void back(WeightedGraph graph, NearestTerminal near, int from, BitSet ways) {
        for (int node = from; near.back()[node] >= 0; node = graph.across(near.back()[node], node)) {
            ways.set(near.back()[node]);
        }
    }

    private interface End {
        int of(int edge);
    }

    /** Kruskal's algorithm: of edges in order, those that close no ring. */
    private static List<Integer> spanning(List<Integer> edges, int nodes, End a, End b) {
        int[] root = IntStream.range(0, nodes).toArray();
        return edges.stream()
                .filter(e -> {
                    int s = root(root, a.of(e));
                    int t = root(root, b.of(e));
                    root[Math.max(s, t)] = Math.min(s, t);
                    return s != t;
                })
                .toList();
    }

    private static int root(int[] root, int node) {
        int at = node;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    private static void cutLeaves(WeightedGraph graph, int[] terminals, BitSet tree) {
        int[] degree = new int[graph.nodes()];
        tree.stream().forEach(e -> {
            degree[graph.a(e)]++;
            degree[graph.b(e)]++;
        });
        var kept = new BitSet(graph.nodes());
        Arrays.stream(terminals).forEach(kept::set);
        for (int n = 0; n < graph.nodes(); n++) {
            int leaf = n;
            while (leaf >= 0 && degree[leaf] == 1 && !kept.get(leaf)) {
                leaf = cut(graph, leaf, degree, tree);
            }
        }
    }

    /** Cuts the only edge of a leaf; returns its other end. */
    private static int cut(WeightedGraph graph, int leaf, int[] degree, BitSet tree) {
        for (int k = 0; k < graph.degree(leaf); k++) {
            int edge = graph.edgeAt(leaf, k);
            if (tree.get(edge)) {
                int other = graph.across(edge, leaf);
                tree.clear(edge);
                degree[leaf]--;
                degree[other]--;
                return other;
            }
        }
        return -1;
    }
}
