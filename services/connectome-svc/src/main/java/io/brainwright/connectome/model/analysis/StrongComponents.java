package io.brainwright.connectome.model.analysis;

import java.util.Arrays;

/**
 * Groups of cells each of which reaches every other along connections.
 *
 * @param count how many groups; a cell by itself is one
 * @param largest cells of the largest
 * @see <a href="https://doi.org/10.1137/0201010">Tarjan 1972, Depth-first search and linear graph algorithms</a>
 */
public record StrongComponents(int count, int largest) {
    /** Finds the groups of a graph, without recursion: circuits are deep. */
    public static StrongComponents of(CellGraph graph) {
        return new Search(graph).run();
    }

    private static final class Search {
        private final CellGraph graph;
        private final int[] order;
        private final int[] lowest;
        private final int[] next;
        private final boolean[] open;
        private final int[] path;
        private final int[] pending;
        private int visited;
        private int pendingCount;
        private int count;
        private int largest;

        Search(CellGraph graph) {
            this.graph = graph;
            int n = graph.cells();
            order = new int[n];
            Arrays.fill(order, -1);
            lowest = new int[n];
            next = new int[n];
            open = new boolean[n];
            path = new int[n];
            pending = new int[n];
        }

        StrongComponents run() {
            for (int root = 0; root < graph.cells(); root++) {
                if (order[root] < 0) {
                    from(root);
                }
            }
            return new StrongComponents(count, largest);
        }

        private void from(int root) {
            int depth = 0;
            path[0] = root;
            enter(root);
            while (depth >= 0) {
                int cell = path[depth];
                if (next[cell] < graph.end(cell)) {
                    int to = graph.other(next[cell]++);
                    if (order[to] < 0) {
                        path[++depth] = to;
                        enter(to);
                    } else if (open[to]) {
                        lowest[cell] = Math.min(lowest[cell], order[to]);
                    }
                } else {
                    leave(cell);
                    depth--;
                    if (depth >= 0) {
                        lowest[path[depth]] = Math.min(lowest[path[depth]], lowest[cell]);
                    }
                }
            }
        }

        private void enter(int cell) {
            order[cell] = visited;
            lowest[cell] = visited++;
            next[cell] = graph.begin(cell);
            open[cell] = true;
            pending[pendingCount++] = cell;
        }

        private void leave(int cell) {
            if (lowest[cell] != order[cell]) {
                return;
            }
            int size = 0;
            int member;
            do {
                member = pending[--pendingCount];
                open[member] = false;
                size++;
            } while (member != cell);
            count++;
            largest = Math.max(largest, size);
        }
    }
}
