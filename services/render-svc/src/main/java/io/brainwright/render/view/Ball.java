package io.brainwright.render.view;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;

/** What is drawn for a cell without a shape, such as glia: a ball. */
final class Ball {
    /** Diameter in um: chosen, a small soma. */
    private static final float DIAMETER_UM = 8;

    /** A soma and nothing else. */
    static final Morphology NO_SHAPE = new Morphology(
            new float[1],
            new float[1],
            new float[1],
            new float[] {DIAMETER_UM},
            new int[] {-1},
            new byte[] {SectionType.SOMA},
            new int[] {0, 1});

    private Ball() {}
}
