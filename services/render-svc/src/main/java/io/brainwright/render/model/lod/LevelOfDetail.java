package io.brainwright.render.model.lod;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.Map;

/**
 * How finely neurites are drawn. Tolerances chosen from counts on real rat cells: each step about two thirds of the one before.
 */
public enum LevelOfDetail {
    /** For a cell that fills the screen. */
    FINE(0.6),
    /** For a few cells. */
    NEAR(1.5),
    /** For a column. */
    FAR(3),
    /** For a crowd. */
    COARSE(6);

    private final double tolerance_um;

    LevelOfDetail(double tolerance_um) {
        this.tolerance_um = tolerance_um;
    }

    /** Greatest distance in um of what is drawn from what was grown. */
    public double tolerance_um() {
        return tolerance_um;
    }

    /** The level of a number, 0 the finest. */
    public static LevelOfDetail of(int number) {
        if (number < 0 || number >= values().length) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "LEVEL_OF_DETAIL_NOT_FOUND",
                    "There is no level of detail %d.".formatted(number),
                    "The levels are 0 (finest) to %d.".formatted(values().length - 1),
                    Map.of("level", String.valueOf(number)));
        }
        return values()[number];
    }
}
