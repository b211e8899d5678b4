package io.brainwright.neuro.recipe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One number of a recipe, with where it comes from.
 *
 * @param path where it stands in the recipe, dots between keys: {@code layers.4.thickness_um}
 * @param description what it says
 * @param value the number
 * @param unit SI spelling, "1" where it has none
 * @param sd standard deviation, null where the source gives none
 * @param source citation, or "chosen: ..." with the reason
 * @param generalised tags such as "mouse to rat"; empty where the value was measured in this tissue
 * @param alternatives other values in print, for the scientist to choose from
 */
public record RecipeValue(
        String path,
        String description,
        double value,
        String unit,
        @Nullable Double sd,
        String source,
        List<String> generalised,
        List<String> alternatives) {
    public RecipeValue {
        generalised = List.copyOf(generalised);
        alternatives = List.copyOf(alternatives);
    }
}
