package io.brainwright.neuro.morphology.io;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SomaShape;

/** The soma as formats want it that know contours only. */
final class SomaContour {
    private static final int POINTS = 16; // chosen: a round soma

    private SomaContour() {}

    /** Rows of x, y, z, diameter: the contour itself, or a circle of the soma's radius around its centre. */
    static float[][] of(Morphology cell) {
        boolean contour = cell.somaShape() == SomaShape.CONTOUR;
        float[][] points = new float[contour ? cell.end(0) : POINTS][];
        double[] c = cell.somaCentre_um();
        double r = cell.somaRadius_um();
        for (int p = 0; p < points.length; p++) {
            double angle = 2 * StrictMath.PI * p / POINTS;
            points[p] = contour
                    ? new float[] {cell.x(p), cell.y(p), cell.z(p), cell.diameter(p)}
                    : new float[] {
                        (float) (c[0] + r * StrictMath.cos(angle)),
                        (float) (c[1] + r * StrictMath.sin(angle)),
                        (float) c[2],
                        0
                    };
        }
        return points;
    }
}
