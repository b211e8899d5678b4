package io.brainwright.testkit;

import io.brainwright.neuro.morphology.Morphology;

/** Small cells that several tests read and write. */
public final class SampleCells {
    private SampleCells() {}

    /** A soma of one point, a dendrite and an axon of two points each; the axon comes last, against the usual order. */
    public static Morphology axonLast() {
        return new Morphology(
                new float[] {0, 1, 2, 0, 0},
                new float[] {0, 0, 0, -1, -9},
                new float[5],
                new float[] {2, 1, 1, 1, 1},
                new int[] {-1, 0, 0},
                new byte[] {1, 3, 2},
                new int[] {0, 1, 3, 5});
    }
}
