package io.brainwright.library.model.search;

import io.brainwright.neuro.recipe.RecipeFile;
import java.util.List;

/** The recipes that ship with Brainwright. */
public final class ShippedRecipes {
    /** Every name that a release of Brainwright may ship; one whose file is absent is left out. */
    private static final List<String> NAMES = List.of("rat-nbs1", "rat-nbs1-synapses", "rat-nbs1-electrical");

    private ShippedRecipes() {}

    /** Those that are there. A recipe that is there and broken is a problem, not left out. */
    public static List<RecipeFile> all() {
        return NAMES.stream()
                .filter(name -> RecipeFile.class.getResource(name + ".yaml") != null)
                .map(RecipeFile::open)
                .toList();
    }
}
