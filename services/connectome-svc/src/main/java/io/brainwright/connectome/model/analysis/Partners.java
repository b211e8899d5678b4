package io.brainwright.connectome.model.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The connections among all partners of one cell, targets and sources, as rows of bits in both directions. */
final class Partners {
    private final CellGraph graph;
    private final CellGraph back;
    private final int[] place;
    private int[] cells = new int[0];
    private long[] targets = new long[0];
    private long[] sources = new long[0];
    private long[] out = new long[0];
    private long[] in = new long[0];
    private int words;

    Partners(CellGraph graph, CellGraph back) {
        this.graph = graph;
        this.back = back;
        place = new int[graph.cells()];
        Arrays.fill(place, -1);
    }

    void of(int u) {
        cells = IntStream.concat(
                        IntStream.range(graph.begin(u), graph.end(u)).map(graph::other),
                        IntStream.range(back.begin(u), back.end(u)).map(back::other))
                .sorted()
                .distinct()
                .toArray();
        words = (cells.length + 63) >> 6;
        for (int i = 0; i < cells.length; i++) {
            place[cells[i]] = i;
        }
        targets = new long[words];
        sources = new long[words];
        mark(graph, u, targets, 0);
        mark(back, u, sources, 0);
        out = new long[cells.length * words];
        in = new long[cells.length * words];
        for (int i = 0; i < cells.length; i++) {
            mark(graph, cells[i], out, i * words);
            mark(back, cells[i], in, i * words);
        }
        for (int cell : cells) {
            place[cell] = -1;
        }
    }

    private void mark(CellGraph along, int cell, long[] row, int at) {
        for (int e = along.begin(cell); e < along.end(cell); e++) {
            int i = place[along.other(e)];
            if (i >= 0) {
                row[at + (i >> 6)] |= 1L << i;
            }
        }
    }

    int words() {
        return words;
    }

    /** The cell that partner i is. */
    int cell(int i) {
        return cells[i];
    }

    /** Which partners the cell contacts. */
    long[] targets() {
        return targets;
    }

    /** Which partners contact the cell. */
    long[] sources() {
        return sources;
    }

    /** A word of the partners that partner i contacts. */
    long outWord(int i, int word) {
        return out[i * words + word];
    }

    /** A word of the partners that contact partner i. */
    long inWord(int i, int word) {
        return in[i * words + word];
    }
}
