package io.brainwright.connectome.files;

import io.brainwright.connectome.model.analysis.CellGraph;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Connections from a CSV file with columns {@code source} and {@code target}, ids from 0.
 *
 * @param graph one connection per pair
 * @param loops rows left out because a cell was connected with itself
 * @param repeated rows left out because their pair stood there before
 */
public record EdgeList(CellGraph graph, long loops, long repeated) {
    private static final List<String> COLUMNS = List.of("source", "target");

    /** chosen: more rows than this do not fit into one Java array of each column with room to order them. */
    private static final int MOST_ROWS = 500_000_000;

    /**
     * Reads a file.
     *
     * @param cells number of cells; 0: one more than the largest id
     */
    public static EdgeList read(Path file, int cells) {
        int[] source = new int[1 << 16];
        int[] target = new int[1 << 16];
        int n = 0;
        int largest = -1;
        try (var rows = NumberTable.open(file, COLUMNS, List.of())) {
            while (rows.next()) {
                if (n == source.length) {
                    if (n >= MOST_ROWS) {
                        throw rows.problem("is beyond the %d rows that fit".formatted(MOST_ROWS));
                    }
                    source = Arrays.copyOf(source, n + n / 2);
                    target = Arrays.copyOf(target, n + n / 2);
                }
                source[n] = rows.whole(0);
                target[n] = rows.whole(1);
                largest = Math.max(largest, Math.max(source[n], target[n]));
                if (cells > 0 && largest >= cells) {
                    throw rows.problem(
                            "names cell %d, but there are %d (0 to %d)".formatted(largest, cells, cells - 1));
                }
                n++;
            }
        }
        requireSome(file, n);
        return clean(cells == 0 ? largest + 1 : cells, Arrays.copyOf(source, n), Arrays.copyOf(target, n));
    }

    private static EdgeList clean(int cells, int[] source, int[] target) {
        var graph = CellGraph.ofPairs(cells, source, target);
        long loops = 0;
        long repeated = 0;
        int n = 0;
        for (int a = 0; a < cells; a++) {
            for (int e = graph.begin(a); e < graph.end(a); e++) {
                int b = graph.other(e);
                if (a == b) {
                    loops++;
                } else if (e > graph.begin(a) && graph.other(e - 1) == b) {
                    repeated++;
                } else {
                    source[n] = a;
                    target[n++] = b;
                }
            }
        }
        boolean asItWas = loops + repeated == 0;
        return new EdgeList(
                asItWas ? graph : CellGraph.ofPairs(cells, Arrays.copyOf(source, n), Arrays.copyOf(target, n)),
                loops,
                repeated);
    }

    private static void requireSome(Path file, int n) {
        if (n == 0) {
            throw new Problem(
                    Kind.INVALID,
                    "NO_CONNECTIONS",
                    "'%s' has a header but no connections.".formatted(file),
                    "Give one line per connection: source,target.",
                    Map.of("file", file.toString()));
        }
    }
}
