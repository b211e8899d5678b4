package io.brainwright.connectome.model.analysis;

/** Counts the simplices that begin with two given cells, among any number of others. */
final class WideCount {
    private final long[] counts;
    private long[][] candidates = new long[0][];

    /** Adds to these counts, by dimension. */
    WideCount(long[] counts) {
        this.counts = counts;
    }

    /** Counts from dimension 3 on what begins with u and its i-th target. */
    void from(LocalTargets local, int i) {
        if (candidates.length == 0 || candidates[0].length < local.words()) {
            candidates = new long[local.size()][local.words()];
        }
        if (candidates.length < local.size()) {
            candidates = new long[local.size()][candidates[0].length];
        }
        extend(local, local.rows(), i * local.words(), 3);
    }

    private void extend(LocalTargets local, long[] members, int from, int dimension) {
        int words = local.words();
        long[] next = candidates[dimension - 3];
        for (int w = 0; w < words; w++) {
            for (long bits = members[from + w]; bits != 0; bits &= bits - 1) {
                int row = ((w << 6) + Long.numberOfTrailingZeros(bits)) * words;
                int found = 0;
                for (int k = 0; k < words; k++) {
                    next[k] = members[from + k] & local.rows()[row + k];
                    found += Long.bitCount(next[k]);
                }
                counts[dimension] += found;
                if (found > 1 && dimension + 1 < counts.length) {
                    extend(local, next, 0, dimension + 1);
                }
            }
        }
    }
}
