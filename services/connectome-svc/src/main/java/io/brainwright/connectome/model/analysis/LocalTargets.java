package io.brainwright.connectome.model.analysis;

import java.util.Arrays;

/** The connections among the targets of one cell, as a matrix of bits: bit j of row i tells that the i-th target contacts the j-th. */
final class LocalTargets {
    private final TargetWords targets;
    private final long[] mask;
    private final int[] before;
    private long[] rows = new long[0];
    private int[] countOf = new int[0];
    private int size;
    private int words;

    LocalTargets(TargetWords targets) {
        this.targets = targets;
        mask = new long[(targets.cells() + 63) >> 6];
        before = new int[mask.length];
    }

    /** Fills the matrix for cell u. */
    void of(int u) {
        size = 0;
        for (int e = targets.begin(u); e < targets.end(u); e++) {
            int w = targets.place()[e];
            mask[w] = targets.word()[e];
            before[w] = size;
            size += Long.bitCount(mask[w]);
        }
        words = (size + 63) >> 6;
        if (rows.length < size * words + 1 || countOf.length < size) {
            rows = new long[size * words + 1];
            countOf = new int[size];
        }
        Arrays.fill(rows, 0, size * words, 0);
        int i = 0;
        for (int e = targets.begin(u); e < targets.end(u); e++) {
            for (long bits = targets.word()[e]; bits != 0; bits &= bits - 1) {
                int v = (targets.place()[e] << 6) + Long.numberOfTrailingZeros(bits);
                countOf[i] = fill(targets.place(), targets.word(), targets.begin(v), targets.end(v), i * words);
                i++;
            }
        }
        for (int e = targets.begin(u); e < targets.end(u); e++) {
            mask[targets.place()[e]] = 0;
        }
    }

    /** Squeezes those targets of v that are targets of u into the row of v. */
    private int fill(int[] place, long[] word, int begin, int end, int row) {
        int found = 0;
        for (int e = begin; e < end; e++) {
            long own = mask[place[e]];
            long common = word[e] & own;
            if (common != 0) {
                int at = before[place[e]];
                long squeezed = Long.compress(common, own);
                rows[row + (at >> 6)] |= squeezed << at;
                if ((at & 63) != 0) {
                    rows[row + (at >> 6) + 1] |=
                            squeezed >>> -at; // what lies beyond a row is none of its targets: always 0
                }
                found += Long.bitCount(common);
            }
        }
        return found;
    }

    /** Number of targets. */
    int size() {
        return size;
    }

    /** Words of a row. */
    int words() {
        return words;
    }

    /** How many targets the i-th target contacts. */
    int countOf(int i) {
        return countOf[i];
    }

    /** All rows, {@link #words} each; not to be changed. */
    long[] rows() {
        return rows;
    }
}
