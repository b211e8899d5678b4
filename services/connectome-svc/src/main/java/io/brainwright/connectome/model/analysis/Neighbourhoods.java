package io.brainwright.connectome.model.analysis;

import java.util.Arrays;

/**
 * Numbers the cells of a graph anew so that cells with many common neighbours stand together, 64 to a group.
 *
 * <p>Counts of motifs do not depend on the numbering, but a set of targets then fills few machine words. Greedy: a group is a cell and the
 * 63 free cells that most paths of two steps (and ten times each step of one) lead to from it; the next group begins at the free cell that
 * the last one came nearest to. Where a graph has no such neighbourhoods (a random one) nothing is lost.
 */
final class Neighbourhoods {
    /** chosen: a direct connection weighs as much as so many common neighbours. */
    private static final int STEP = 10;

    private final CellGraph graph;
    private final CellGraph back;
    private final int[] score;
    private final int[] reached;
    private int reachedCount;

    private Neighbourhoods(CellGraph graph) {
        this.graph = graph;
        back = graph.reversed();
        score = new int[graph.cells()];
        reached = new int[graph.cells()];
    }

    /** The new number of each cell. */
    static int[] number(CellGraph graph) {
        return new Neighbourhoods(graph).number();
    }

    private int[] number() {
        int n = graph.cells();
        int[] number = new int[n];
        Arrays.fill(number, -1);
        int given = 0;
        int free = 0;
        int seed = -1;
        while (given < n) {
            while (seed < 0 && number[free] >= 0) {
                free++;
            }
            int begin = seed < 0 ? free : seed;
            score(begin);
            number[begin] = given++;
            int[] best = best(number);
            int members = Math.min(Long.SIZE - 1, best.length);
            for (int m = 0; m < members; m++) {
                number[best[m]] = given++;
            }
            seed = best.length > members ? best[members] : -1;
            forget();
        }
        return number;
    }

    private void score(int cell) {
        spread(graph, cell, STEP);
        spread(back, cell, STEP);
        for (int e = graph.begin(cell); e < graph.end(cell); e++) {
            spread(graph, graph.other(e), 1);
            spread(back, graph.other(e), 1);
        }
        for (int e = back.begin(cell); e < back.end(cell); e++) {
            spread(graph, back.other(e), 1);
            spread(back, back.other(e), 1);
        }
    }

    private void spread(CellGraph along, int cell, int weight) {
        for (int e = along.begin(cell); e < along.end(cell); e++) {
            int to = along.other(e);
            if (score[to] == 0) {
                reached[reachedCount++] = to;
            }
            score[to] += weight;
        }
    }

    /** Free cells that were reached, the 64 best first, by score and then by number. */
    private int[] best(int[] number) {
        long[] keyed = new long[reachedCount];
        int found = 0;
        for (int r = 0; r < reachedCount; r++) {
            if (number[reached[r]] < 0) {
                keyed[found++] = (long) -score[reached[r]] << 32 | reached[r];
            }
        }
        Arrays.sort(keyed, 0, found);
        int[] best = new int[Math.min(found, Long.SIZE)];
        for (int b = 0; b < best.length; b++) {
            best[b] = (int) keyed[b];
        }
        return best;
    }

    private void forget() {
        for (int r = 0; r < reachedCount; r++) {
            score[reached[r]] = 0;
        }
        reachedCount = 0;
    }
}
