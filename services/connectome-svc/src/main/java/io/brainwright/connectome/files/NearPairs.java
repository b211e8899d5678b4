package io.brainwright.connectome.files;

import java.util.Arrays;

/** Pairs of one block of axon segments, put in order of the two files before they are written. */
final class NearPairs {
    private long[] pair = new long[1024];
    private int[] dendriteId = new int[1024];
    private double[] gap_um = new double[1024];
    private int size;

    /**
     * @param axon place within the block
     * @param dendrite row of the other file
     * @param dendriteId its id
     */
    void add(int axon, int dendrite, int dendriteId, double gap_um) {
        if (size == pair.length) {
            pair = Arrays.copyOf(pair, 2 * size);
            this.dendriteId = Arrays.copyOf(this.dendriteId, 2 * size);
            this.gap_um = Arrays.copyOf(this.gap_um, 2 * size);
        }
        pair[size] = (long) axon << 32 | dendrite;
        this.dendriteId[size] = dendriteId;
        this.gap_um[size++] = gap_um;
    }

    /** Told of one pair after another. */
    interface Told {
        void pair(int axon, int dendriteId, double gap_um);
    }

    /** Tells all pairs by axon, then dendrite, and forgets them. */
    void inOrder(Told told) {
        var order = new Integer[size];
        Arrays.setAll(order, Integer::valueOf);
        Arrays.sort(order, (a, b) -> Long.compare(pair[a], pair[b]));
        for (int p : order) {
            told.pair((int) (pair[p] >>> 32), dendriteId[p], gap_um[p]);
        }
        size = 0;
    }
}
