package io.brainwright.neuro.inference;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.RecipeFile;
import java.util.List;
import java.util.Map;

/** The webs of the recipes that Brainwright ships. */
public final class RecipeWebs {
    /** Recipes that have one. */
    public static final List<String> NAMES = List.of("mouse-ccf", "rat-nbs1");

    private RecipeWebs() {}

    /**
     * Opens one.
     *
     * @throws Problem NOT_FOUND where there is none of that name
     */
    public static Web open(String recipe) {
        return switch (recipe) {
            case "mouse-ccf" -> MouseWeb.of(RecipeFile.open(recipe));
            case "rat-nbs1" -> RatWeb.of(RecipeFile.open(recipe));
            default ->
                throw new Problem(
                        Kind.NOT_FOUND,
                        "RECIPE_WEB_NOT_FOUND",
                        "Recipe '%s' is not told as a web of constraints.".formatted(recipe),
                        "One of %s.".formatted(String.join(", ", NAMES)),
                        Map.of("recipe", recipe));
        };
    }
}
