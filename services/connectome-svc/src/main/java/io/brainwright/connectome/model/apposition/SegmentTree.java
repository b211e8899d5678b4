package io.brainwright.connectome.model.apposition;

import io.brainwright.connectome.model.tissue.Segments;
import java.util.Arrays;

/**
 * A tree of bounding boxes over segments, sorted along the Morton curve: which of them may lie near a box?
 *
 * <p>The boxes of eight neighbours on the curve form a leaf; the tree above is implicit (children of node i are 2i and 2i + 1).
 * Of the structures measured for neurites (grid, grid join, this) it needs no cell size and no duplicates, and was as fast.
 */
final class SegmentTree {
    private static final int LEAF = 8;
    private static final int MORTON_BITS = 10;
    private static final int BOX = 6;

    private final int[] order;
    private final int leaves;
    private final float[] boxes;

    SegmentTree(Segments segments) {
        order = mortonOrder(segments);
        int needed = Math.max(1, (order.length + LEAF - 1) / LEAF);
        leaves = Integer.highestOneBit(2 * needed - 1);
        boxes = new float[2 * leaves * BOX];
        for (int node = 0; node < 2 * leaves; node++) {
            Arrays.fill(boxes, node * BOX, node * BOX + 3, Float.POSITIVE_INFINITY);
            Arrays.fill(boxes, node * BOX + 3, node * BOX + BOX, Float.NEGATIVE_INFINITY);
        }
        for (int i = 0; i < order.length; i++) {
            cover(leaves + i / LEAF, segments, order[i]);
        }
        for (int node = leaves - 1; node > 0; node--) {
            for (int k = 0; k < 3; k++) {
                int a = 2 * node * BOX + k;
                int b = a + BOX;
                boxes[node * BOX + k] = Math.min(boxes[a], boxes[b]);
                boxes[node * BOX + 3 + k] = Math.max(boxes[a + 3], boxes[b + 3]);
            }
        }
    }

    /** Told of a segment whose leaf meets the box. */
    interface Candidate {
        void near(int segment);
    }

    /**
     * Visits every segment whose leaf meets a box.
     *
     * @param box lower corner, upper corner
     * @param stack room for the walk, at least 64 entries
     */
    void visit(float[] box, int[] stack, Candidate candidate) {
        int top = 0;
        stack[top++] = 1;
        while (top > 0) {
            int node = stack[--top];
            if (!meets(node, box)) {
                continue;
            }
            if (node < leaves) {
                stack[top++] = 2 * node + 1;
                stack[top++] = 2 * node;
                continue;
            }
            int end = Math.min(order.length, (node - leaves + 1) * LEAF);
            for (int i = (node - leaves) * LEAF; i < end; i++) {
                candidate.near(order[i]);
            }
        }
    }

    /** Whether anything at all may lie near a box. */
    boolean meets(float[] box) {
        return meets(1, box);
    }

    private boolean meets(int node, float[] box) {
        int b = node * BOX;
        return boxes[b] <= box[3]
                && boxes[b + 1] <= box[4]
                && boxes[b + 2] <= box[5]
                && boxes[b + 3] >= box[0]
                && boxes[b + 4] >= box[1]
                && boxes[b + 5] >= box[2];
    }

    private void cover(int node, Segments segments, int i) {
        float[] ends = segments.ends();
        float r = segments.radius_um()[i];
        for (int k = 0; k < 3; k++) {
            float a = ends[i * 6 + k];
            float b = ends[i * 6 + 3 + k];
            int at = node * BOX + k;
            boxes[at] = Math.min(boxes[at], Math.nextDown(Math.min(a, b) - r));
            boxes[at + 3] = Math.max(boxes[at + 3], Math.nextUp(Math.max(a, b) + r));
        }
    }

    private static int[] mortonOrder(Segments segments) {
        int n = segments.size();
        float[] ends = segments.ends();
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < 3; k++) {
                low[k] = Math.min(low[k], ends[i * 6 + k]);
                high[k] = Math.max(high[k], ends[i * 6 + k]);
            }
        }
        double extent = Math.max(1e-3, Math.max(high[0] - low[0], Math.max(high[1] - low[1], high[2] - low[2])));
        double scale = ((1 << MORTON_BITS) - 1) / extent;
        long[] keyed = new long[n];
        for (int i = 0; i < n; i++) {
            long code = 0;
            for (int k = 0; k < 3; k++) {
                code |= spread((int) ((ends[i * 6 + k] - low[k]) * scale)) << k;
            }
            keyed[i] = code << 32 | i;
        }
        Arrays.sort(keyed);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = (int) keyed[i];
        }
        return order;
    }

    private static long spread(int value) {
        long spread = 0;
        for (int bit = 0; bit < MORTON_BITS; bit++) {
            spread |= (long) (value >> bit & 1) << 3 * bit;
        }
        return spread;
    }
}
