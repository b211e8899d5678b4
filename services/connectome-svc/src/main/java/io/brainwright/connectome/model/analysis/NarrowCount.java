package io.brainwright.connectome.model.analysis;

/** Counts the simplices that begin with two given cells and go on within at most 64 others: one word holds any set of them. */
final class NarrowCount {
    private final long[] counts;
    private final long[] after = new long[Long.SIZE];
    private final int[] word = new int[Long.SIZE];
    private final int[] shift = new int[Long.SIZE];

    /** Adds to these counts, by dimension. */
    NarrowCount(long[] counts) {
        this.counts = counts;
    }

    /** Counts from dimension 3 on what begins with u and its i-th target. */
    void from(LocalTargets local, int i) {
        long[] rows = local.rows();
        int words = local.words();
        int used = 0;
        int members = 0;
        for (int w = 0; w < words; w++) {
            long mask = rows[i * words + w];
            if (mask != 0) {
                word[used] = w;
                shift[used++] = members;
                members += Long.bitCount(mask);
            }
        }
        long tetrahedra = 0;
        int m = 0;
        for (int w = 0; w < used; w++) {
            for (long bits = rows[i * words + word[w]]; bits != 0; bits &= bits - 1) {
                int j = (word[w] << 6) + Long.numberOfTrailingZeros(bits);
                long squeezed = squeezed(rows, i * words, j * words, used);
                after[m++] = squeezed;
                tetrahedra += Long.bitCount(squeezed);
            }
        }
        counts[3] += tetrahedra;
        if (tetrahedra > 1 && counts.length > 4) {
            for (m = 0; m < members; m++) {
                extend(after[m], 4);
            }
        }
    }

    /** Row {@code of}, only those bits that the row {@code within} has, put together. */
    private long squeezed(long[] rows, int within, int of, int used) {
        long squeezed = 0;
        for (int w = 0; w < used; w++) {
            squeezed |= Long.compress(rows[of + word[w]], rows[within + word[w]]) << shift[w];
        }
        return squeezed;
    }

    /** Each member that can be the last cell but one: with which last cells? */
    private void extend(long members, int dimension) {
        if ((members & members - 1) == 0) {
            return;
        }
        for (long bits = members; bits != 0; bits &= bits - 1) {
            long next = members & after[Long.numberOfTrailingZeros(bits)];
            counts[dimension] += Long.bitCount(next);
            if (dimension + 1 < counts.length) {
                extend(next, dimension + 1);
            }
        }
    }
}
