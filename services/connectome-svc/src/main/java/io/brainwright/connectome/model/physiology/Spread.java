package io.brainwright.connectome.model.physiology;

import io.brainwright.neuro.random.Draws;
import io.brainwright.neuro.recipe.RecipeValue;

/**
 * Mean and standard deviation of a quantity, in the unit that its name says.
 *
 * @param mean mean
 * @param sd standard deviation, 0 where the source gives none
 */
record Spread(double mean, double sd) {
    static Spread of(RecipeValue value) {
        return new Spread(value.value(), value.sd() == null ? 0 : value.sd());
    }

    /** Gamma: never negative, skewed where the spread is wide. */
    double gamma(Draws draws) {
        return draws.gamma(mean, sd);
    }

    /** Normal, cut to one standard deviation around the mean and to what is not negative, by drawing again. */
    double cutNormal(Draws draws) {
        while (sd > 0) {
            double x = draws.normal(mean, sd);
            if (x >= 0 && Math.abs(x - mean) <= sd) {
                return x;
            }
        }
        return mean;
    }
}
