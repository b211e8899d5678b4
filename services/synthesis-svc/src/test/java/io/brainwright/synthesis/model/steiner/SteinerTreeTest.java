package io.brainwright.synthesis.model.steiner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against closed forms and against the optimum of every small graph, found by trying all subsets of its nodes. */
class SteinerTreeTest {
    private static WeightedGraph graph(int nodes, double[][] edges) {
        return new WeightedGraph(
                nodes,
                IntStream.range(0, edges.length).map(e -> (int) edges[e][0]).toArray(),
                IntStream.range(0, edges.length).map(e -> (int) edges[e][1]).toArray(),
                IntStream.range(0, edges.length).mapToDouble(e -> edges[e][2]).toArray());
    }

    @Test
    void betweenTwoTerminalsItIsTheShortestPath() {
        var ring = graph(6, new double[][] {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}, {3, 4, 1}, {4, 5, 1}, {5, 0, 0.5}});
        assertThat(SteinerTree.edges(ring, new int[] {0, 3})).containsExactly(3, 4, 5);
    }

    @Test
    void aStarIsJoinedOverItsMiddleWhereTheRimIsLonger() {
        int k = 5;
        var edges = new ArrayList<double[]>();
        for (int i = 0; i < k; i++) {
            edges.add(new double[] {i, k, 1});
            edges.add(new double[] {i, (i + 1) % k, 2.01});
        }
        var star = graph(k + 1, edges.toArray(double[][]::new));
        var tree = SteinerTree.edges(star, IntStream.range(0, k).toArray());
        assertThat(SteinerTree.length(star, tree)).isEqualTo(k);
    }

    /** The classical case in which the bound is met: ways over the rim are a hair shorter than those over the middle. */
    @Test
    void aRimJustShorterThanTwoSpokesGivesTheWorstCase() {
        int k = 6;
        var edges = new ArrayList<double[]>();
        for (int i = 0; i < k; i++) {
            edges.add(new double[] {i, k, 1});
            edges.add(new double[] {i, (i + 1) % k, 1.999});
        }
        var star = graph(k + 1, edges.toArray(double[][]::new));
        double length = SteinerTree.length(
                star, SteinerTree.edges(star, IntStream.range(0, k).toArray()));
        assertThat(length).isCloseTo((k - 1) * 1.999, within(1e-9));
        assertThat(length).isLessThanOrEqualTo(2 * (1 - 1.0 / k) * k);
    }

    @Test
    void aHintAtTheMiddleOfAStarTurnsTheWorstCaseIntoTheOptimum() {
        int k = 6;
        var edges = new ArrayList<double[]>();
        for (int i = 0; i < k; i++) {
            edges.add(new double[] {i, k, 1});
            edges.add(new double[] {i, (i + 1) % k, 1.999});
        }
        edges.add(new double[] {0, k + 1, 0.5});
        var star = graph(k + 2, edges.toArray(double[][]::new));
        int[] rim = IntStream.range(0, k).toArray();
        assertThat(SteinerTree.length(star, SteinerTree.edges(star, rim, new int[] {k})))
                .isEqualTo(k);
        assertThat(SteinerTree.edges(star, rim, new int[] {k + 1}))
                .as("a hint that does not help changes nothing")
                .isEqualTo(SteinerTree.edges(star, rim));
    }

    @Test
    void theFourCornersOfAGridAreJoinedByThreeSides() {
        int n = 4;
        var edges = new ArrayList<double[]>();
        for (int x = 0; x < n; x++) {
            for (int y = 0; y < n; y++) {
                if (x + 1 < n) {
                    edges.add(new double[] {n * x + y, n * x + n + y, 1});
                }
                if (y + 1 < n) {
                    edges.add(new double[] {n * x + y, n * x + y + 1, 1});
                }
            }
        }
        var grid = graph(n * n, edges.toArray(double[][]::new));
        var tree = SteinerTree.edges(grid, new int[] {0, n - 1, n * n - n, n * n - 1});
        assertThat(SteinerTree.length(grid, tree)).isEqualTo(3 * (n - 1)); // the optimum: an H or a U of three sides
    }

    @Test
    void itIsATreeThatJoinsAllTerminalsWithinTheProvenBoundOfTheOptimum() {
        double worst = 1;
        for (int g = 0; g < 400; g++) {
            var draws = Draws.of(11, "test.steiner", g);
            int nodes = 4 + draws.nextInt(6);
            int k = 2 + draws.nextInt(Math.min(4, nodes - 2));
            var edges = new ArrayList<double[]>();
            for (int i = 1; i < nodes; i++) {
                edges.add(new double[] {draws.nextInt(i), i, 1 + draws.nextInt(9)});
            }
            for (int e = 0; e < nodes; e++) {
                int a = draws.nextInt(nodes);
                int b = draws.nextInt(nodes);
                if (a != b) {
                    edges.add(new double[] {a, b, 1 + draws.nextInt(9)});
                }
            }
            var graph = graph(nodes, edges.toArray(double[][]::new));
            int[] terminals = IntStream.range(nodes - k, nodes).toArray();
            int[] tree = SteinerTree.edges(graph, terminals);
            requireTree(graph, tree, terminals);
            double ratio = SteinerTree.length(graph, tree) / optimum(graph, nodes - k);
            assertThat(ratio).isBetween(1 - 1e-12, 2 * (1 - 1.0 / k) + 1e-12);
            worst = Math.max(worst, ratio);
        }
        assertThat(worst).as("some graph is not solved exactly").isGreaterThan(1.01);
    }

    @Test
    void terminalsApartGiveAForest() {
        var two = graph(4, new double[][] {{0, 1, 1}, {2, 3, 1}});
        assertThat(SteinerTree.edges(two, new int[] {0, 1, 2, 3})).containsExactly(0, 1);
    }

    private static void requireTree(WeightedGraph graph, int[] tree, int[] terminals) {
        var reached = new java.util.TreeSet<>(List.of(terminals[0]));
        for (int pass = 0; pass < tree.length; pass++) {
            for (int e : tree) {
                if (reached.contains(graph.a(e)) || reached.contains(graph.b(e))) {
                    reached.add(graph.a(e));
                    reached.add(graph.b(e));
                }
            }
        }
        assertThat(reached).hasSize(tree.length + 1);
        IntStream.of(terminals).forEach(t -> assertThat(reached).contains(t));
    }

    /** Least spanning tree over all sets of nodes that hold the terminals, which are the last nodes. */
    private static double optimum(WeightedGraph graph, int others) {
        double best = Double.POSITIVE_INFINITY;
        for (int set = 0; set < 1 << others; set++) {
            best = Math.min(best, spanning(graph, set, others));
        }
        return best;
    }

    /** Prim's algorithm within a set; infinite where the set falls apart. */
    private static double spanning(WeightedGraph graph, int set, int others) {
        var in = new boolean[graph.nodes()];
        var wanted = new boolean[graph.nodes()];
        int left = 0;
        for (int n = 0; n < graph.nodes(); n++) {
            wanted[n] = n >= others || ((set >> n) & 1) == 1;
            left += wanted[n] ? 1 : 0;
        }
        in[graph.nodes() - 1] = true;
        double sum = 0;
        for (int n = 1; n < left; n++) {
            int best = -1;
            for (int e = 0; e < graph.edges(); e++) {
                boolean leaves = wanted[graph.a(e)] && wanted[graph.b(e)] && in[graph.a(e)] != in[graph.b(e)];
                best = leaves && (best < 0 || graph.length(e) < graph.length(best)) ? e : best;
            }
            if (best < 0) {
                return Double.POSITIVE_INFINITY;
            }
            sum += graph.length(best);
            in[graph.a(best)] = true;
            in[graph.b(best)] = true;
        }
        return sum;
    }
}
