package io.brainwright.neuro.morphology;

/** How the points of a soma are meant. */
public enum SomaShape {
    /** One point: a ball of that diameter. */
    SPHERE,
    /** The outline, drawn once around; its points carry no diameter. */
    CONTOUR,
    /** A chain of points: one truncated cone between each two neighbours. */
    CYLINDERS
}
