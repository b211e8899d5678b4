package io.brainwright.connectome.model.analysis.control;

import io.brainwright.connectome.model.analysis.CellGraph;
import java.util.Arrays;

/** A set of ordered pairs of cells, for drawing without repetition. */
final class Pairs {
    private static final long EMPTY = -1;

    private long[] table;
    private int size;

    Pairs(int expected) {
        table = new long[Integer.highestOneBit(Math.max(16, expected)) * 4];
        Arrays.fill(table, EMPTY);
    }

    /** Adds a pair; says whether it is new. */
    boolean add(int from, int to) {
        long key = (long) from << 32 | to;
        int at = place(key);
        if (table[at] == key) {
            return false;
        }
        table[at] = key;
        size++;
        return true;
    }

    boolean holds(int from, int to) {
        long key = (long) from << 32 | to;
        return table[place(key)] == key;
    }

    /** Takes a pair that is in the set; what stands behind it moves up, so that searches still end. */
    void remove(int from, int to) {
        int hole = place((long) from << 32 | to);
        assert table[hole] != EMPTY : "no pair %d, %d".formatted(from, to);
        table[hole] = EMPTY;
        size--;
        for (int at = hole + 1 & table.length - 1; table[at] != EMPTY; at = at + 1 & table.length - 1) {
            long key = table[at];
            table[at] = EMPTY;
            table[place(key)] = key;
        }
    }

    CellGraph graph(int cells) {
        int[] source = new int[size];
        int[] target = new int[size];
        int n = 0;
        long[] sorted = Arrays.stream(table).filter(k -> k != EMPTY).sorted().toArray();
        for (long key : sorted) {
            source[n] = (int) (key >>> 32);
            target[n++] = (int) key;
        }
        return CellGraph.ofPairs(cells, source, target);
    }

    private int place(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 32) & table.length - 1;
        while (table[at] != EMPTY && table[at] != key) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }
}
