package io.brainwright.connectome.model.analysis;

import io.brainwright.neuro.statistics.Moments;
import java.util.Arrays;

/**
 * The shortest ways along connections between cells whose somata lie far apart, and which cells they run through.
 *
 * <pre>{@code
 *   traffic(v) = sum over ordered pairs (s, t), s != v != t, |s - t| >= D, of  ways(s, t through v) / ways(s, t)
 * }</pre>
 *
 * ways(s, t) counts the directed paths from s to t with fewest connections. It is the betweenness of distant pairs, found by one breadth-first
 * search from every source, whose levels then hand their shares back (Brandes). Highway hubs are those by traffic.
 * In a large graph only every n-th cell is taken for a source; traffic is then n times what these show.
 *
 * @param traffic of each cell
 * @param sources how many cells were searched from
 * @param pairs distant ordered pairs from these sources
 * @param reached of them, those with a path
 * @param direct of them, those with a connection of their own
 * @param length number of connections of the shortest paths, over the pairs that are reached
 * @see <a href="https://doi.org/10.1080/0022250X.2001.9990249">Brandes 2001, A faster algorithm for betweenness centrality</a>
 */
public record DistantPaths(double[] traffic, int sources, long pairs, long reached, long direct, Moments length) {
    /**
     * Searches from every cell, or from as many, evenly spread, as the budget allows; from one at least.
     *
     * @param somata of the graph's cells
     * @param least_um somata at least this far apart are distant, um
     * @param budget connections that may be looked at, all searches together
     */
    public static DistantPaths of(CellGraph graph, Somata somata, double least_um, double budget) {
        int cells = graph.cells();
        int stride = (int) Math.clamp(Math.ceil(steps(graph) / budget), 1, Math.max(1, cells));
        var search = new Search(graph, somata, least_um * least_um);
        int sources = 0;
        for (int source = 0; source < cells; source += stride) {
            search.from(source);
            sources++;
        }
        for (int c = 0; c < cells; c++) {
            search.traffic[c] *= (double) cells / sources;
        }
        return new DistantPaths(search.traffic, sources, search.pairs, search.reached, search.direct, search.length);
    }

    /** What the searches from all cells look at, cells and connections. */
    public static double steps(CellGraph graph) {
        return graph.cells() * (1.0 + graph.cells() + graph.connections());
    }

    /** The highway hubs, busiest first. */
    public Hubs hubs() {
        return Hubs.of(traffic.length, c -> traffic[c]);
    }

    /** Traffic of all cells. */
    public double total() {
        return Arrays.stream(traffic).sum();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    private static final class Search {
        private final CellGraph graph;
        private final Somata somata;
        private final double least_um2;
        private final double[] traffic;
        private final int[] level;
        private final double[] ways;
        private final double[] share;
        private final int[] order;
        private final Moments length = new Moments();
        private long pairs;
        private long reached;
        private long direct;

        Search(CellGraph graph, Somata somata, double least_um2) {
            this.graph = graph;
            this.somata = somata;
            this.least_um2 = least_um2;
            traffic = new double[graph.cells()];
            level = new int[graph.cells()];
            ways = new double[graph.cells()];
            share = new double[graph.cells()];
            order = new int[graph.cells()];
        }

        void from(int source) {
            int found = outward(source);
            for (int c = 0; c < graph.cells(); c++) {
                pairs += isDistant(source, c) ? 1 : 0;
            }
            for (int i = found - 1; i > 0; i--) {
                handBack(order[i], source);
            }
        }

        private boolean isDistant(int source, int cell) {
            return cell != source && somata.squared_um2(source, cell) >= least_um2;
        }

        /** Fills levels and numbers of ways; the cells that are reached stand in {@code order}, near ones first. */
        private int outward(int source) {
            Arrays.fill(level, -1);
            Arrays.fill(ways, 0);
            level[source] = 0;
            ways[source] = 1;
            order[0] = source;
            int found = 1;
            for (int i = 0; i < found; i++) {
                int v = order[i];
                for (int e = graph.begin(v); e < graph.end(v); e++) {
                    int w = graph.other(e);
                    if (level[w] < 0) {
                        level[w] = level[v] + 1;
                        order[found++] = w;
                    }
                    if (level[w] == level[v] + 1) {
                        ways[w] += ways[v];
                    }
                }
            }
            return found;
        }

        /** All cells beyond v have been here before: what they took of the ways through v is known. */
        private void handBack(int v, int source) {
            double through = 0;
            for (int e = graph.begin(v); e < graph.end(v); e++) {
                int w = graph.other(e);
                if (level[w] == level[v] + 1) {
                    through += ways[v] / ways[w] * share[w];
                }
            }
            traffic[v] += through;
            boolean wanted = isDistant(source, v);
            share[v] = through + (wanted ? 1 : 0);
            if (wanted) {
                reached++;
                direct += level[v] == 1 ? 1 : 0;
                length.add(level[v]);
            }
        }
    }
}
