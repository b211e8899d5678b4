package io.brainwright.render.model.lod;

import java.util.Arrays;

/** Capsules as they are found: eight floats (two ends with their radii, um) and a {@link Word} each. */
final class CapsuleList {
    private static final int FLOATS = 8;

    private float[] ends = new float[FLOATS * 256];
    private int[] words = new int[256];
    private int count;

    /**
     * @param a first end: x, y, z, radius
     * @param b second end
     */
    void add(double[] a, double[] b, int word) {
        if (count == words.length) {
            ends = Arrays.copyOf(ends, ends.length * 2);
            words = Arrays.copyOf(words, words.length * 2);
        }
        for (int i = 0; i < 4; i++) {
            ends[count * FLOATS + i] = (float) a[i];
            ends[count * FLOATS + 4 + i] = (float) b[i];
        }
        words[count++] = word;
    }

    int count() {
        return count;
    }

    int word(int capsule) {
        return words[capsule];
    }

    /** Part 0 to 3 of the first end, 4 to 7 of the second. */
    float end(int capsule, int part) {
        return ends[capsule * FLOATS + part];
    }
}
