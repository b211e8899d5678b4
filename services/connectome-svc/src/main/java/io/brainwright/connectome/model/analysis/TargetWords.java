package io.brainwright.connectome.model.analysis;

import java.util.Arrays;

/** The targets of every cell as a sparse row of bits: those words of 64 cells that hold any, with their places. */
final class TargetWords {
    private final int[] first;
    private final int[] place;
    private final long[] word;

    private TargetWords(int[] first, int[] place, long[] word) {
        this.first = first;
        this.place = place;
        this.word = word;
    }

    /** The rows of a graph, its cells numbered by {@link Neighbourhoods}. */
    static TargetWords of(CellGraph graph) {
        int[] number = Neighbourhoods.number(graph);
        int n = graph.cells();
        int[] oldOf = new int[n];
        for (int cell = 0; cell < n; cell++) {
            oldOf[number[cell]] = cell;
        }
        int[] first = new int[n + 1];
        int[] place = new int[graph.connections()];
        long[] word = new long[graph.connections()];
        long[] row = new long[(n + 63) >> 6];
        int size = 0;
        for (int u = 0; u < n; u++) {
            int old = oldOf[u];
            for (int e = graph.begin(old); e < graph.end(old); e++) {
                int v = number[graph.other(e)];
                row[v >> 6] |= 1L << v;
            }
            for (int w = 0; w < row.length; w++) {
                if (row[w] != 0) {
                    place[size] = w;
                    word[size++] = row[w];
                    row[w] = 0;
                }
            }
            first[u + 1] = size;
        }
        return new TargetWords(first, Arrays.copyOf(place, size), Arrays.copyOf(word, size));
    }

    int cells() {
        return first.length - 1;
    }

    int begin(int cell) {
        return first[cell];
    }

    int end(int cell) {
        return first[cell + 1];
    }

    /** Which word an entry is: it holds the cells 64 place .. 64 place + 63. */
    int[] place() {
        return place;
    }

    /** The bits of an entry. */
    long[] word() {
        return word;
    }
}
