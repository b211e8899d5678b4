package io.brainwright.connectome.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DistantPathsTest {
    private static final double ALL = Double.POSITIVE_INFINITY;

    @Test
    void inAChainACellCarriesTheDistantPairsThatItParts() {
        var edges = new Edges();
        for (int a = 0; a < 9; a++) {
            edges.add(a, a + 1, 1);
        }
        var paths = DistantPaths.of(edges.graph(10), Graphs.line(10, 100), 300, ALL);
        for (int v = 0; v < 10; v++) {
            int expected = 0;
            for (int s = 0; s < v; s++) {
                for (int t = v + 1; t < 10; t++) {
                    expected += t - s >= 3 ? 1 : 0;
                }
            }
            assertThat(paths.traffic()[v]).as("cell %d", v).isEqualTo(expected);
        }
        assertThat(paths.pairs()).isEqualTo(2 * (7 + 6 + 5 + 4 + 3 + 2 + 1));
        assertThat(paths.reached()).isEqualTo(28);
        assertThat(paths.direct()).isZero();
        assertThat(paths.length().mean())
                .isCloseTo((3 * 7 + 4 * 6 + 5 * 5 + 6 * 4 + 7 * 3 + 8 * 2 + 9) / 28.0, within(1e-12));
    }

    @Test
    void twoWaysOfOneLengthCarryHalfEach() {
        var edges = new Edges();
        for (int middle = 1; middle <= 2; middle++) {
            edges.add(0, middle, 1);
            edges.add(middle, 3, 1);
        }
        var paths = DistantPaths.of(edges.graph(4), Graphs.line(4, 100), 300, ALL);
        assertThat(paths.traffic()).containsExactly(0, 0.5, 0.5, 0);
    }

    /** ways(s, t through v) = ways(s, v) ways(v, t) where v lies on a shortest path; all by matrices. */
    @Test
    void trafficOfARandomGraphIsThatOfAllPairsLookedAtOneByOne() {
        int n = 60;
        var draws = Draws.of(5, "test.distant-paths", 0);
        var edges = new Edges();
        int[][] steps = new int[n][n];
        for (int a = 0; a < n; a++) {
            Arrays.fill(steps[a], 1000);
            steps[a][a] = 0;
            for (int b = 0; b < n; b++) {
                if (a != b && draws.nextDouble() < 0.05) {
                    edges.add(a, b, 1);
                    steps[a][b] = 1;
                }
            }
        }
        var graph = edges.graph(n);
        for (int k = 0; k < n; k++) {
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    steps[a][b] = Math.min(steps[a][b], steps[a][k] + steps[k][b]);
                }
            }
        }
        double[][] ways = new double[n][n];
        for (int length = 0; length < n; length++) {
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    if (steps[a][b] == length) {
                        ways[a][b] = length == 0 ? 1 : waysOverTheLast(graph, a, b, steps, ways);
                    }
                }
            }
        }
        var somata = Graphs.line(n, 10);
        double[] expected = new double[n];
        for (int s = 0; s < n; s++) {
            for (int t = 0; t < n; t++) {
                for (int v = 0; v < n; v++) {
                    if (Math.abs(s - t) >= 25
                            && v != s
                            && v != t
                            && steps[s][t] < 1000
                            && steps[s][v] + steps[v][t] == steps[s][t]) {
                        expected[v] += ways[s][v] * ways[v][t] / ways[s][t];
                    }
                }
            }
        }
        var paths = DistantPaths.of(graph, somata, 250, ALL);
        assertThat(paths.traffic()).containsExactly(expected, within(1e-9));
        assertThat(paths.total()).isGreaterThan(1000);
    }

    private static double waysOverTheLast(CellGraph graph, int a, int b, int[][] steps, double[][] ways) {
        double sum = 0;
        for (int k = 0; k < graph.cells(); k++) {
            sum += graph.connects(k, b) && steps[a][k] == steps[a][b] - 1 ? ways[a][k] : 0;
        }
        return sum;
    }

    /** Two cliques far apart, and one cell of each that leads across. */
    @Test
    void theOnlyBridgeBetweenTwoPlacesIsItsHighwayHub() {
        var edges = new Edges();
        for (int half = 0; half < 2; half++) {
            for (int a = 0; a < 20; a++) {
                for (int b = 0; b < 20; b++) {
                    if (a != b) {
                        edges.add(20 * half + a, 20 * half + b, 1);
                    }
                }
            }
        }
        edges.add(3, 27, 1);
        float[] x = new float[40];
        Arrays.fill(x, 20, 40, 2000);
        var paths = DistantPaths.of(edges.graph(40), new Somata(x, new float[40], new float[40]), 500, ALL);
        assertThat(paths.hubs().cells()).containsExactly(3, 27);
        assertThat(paths.traffic()[3]).isEqualTo(19 * 20);
        assertThat(paths.direct()).isEqualTo(1);
        assertThat(paths.reached()).isEqualTo(400);
        assertThat(paths.pairs()).isEqualTo(800);
    }

    @Test
    void aSmallBudgetSearchesFromFewerCellsAndScalesWhatTheyShow() {
        var ring = Graphs.ring(100);
        var somata = Graphs.line(100, 10);
        var all = DistantPaths.of(ring, somata, 200, ALL);
        var some = DistantPaths.of(ring, somata, 200, 25 * (1.0 + 200));
        assertThat(some.sources()).isEqualTo(25);
        assertThat(some.total()).isCloseTo(all.total(), within(0.05 * all.total()));
        assertThat(DistantPaths.of(ring, somata, 200, 1).sources()).isEqualTo(1);
    }
}
