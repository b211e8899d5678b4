package io.brainwright.neuro.densities;

import io.brainwright.neuro.recipe.CorticalRecipe;
import java.util.List;

/** The layers of a cortical recipe as what one region can lend to another. */
public final class RecipeStrata {
    private RecipeStrata() {}

    /** From the pia down; m-types that do not live in a layer are left away there. */
    public static List<Stratum> of(CorticalRecipe recipe) {
        return recipe.layers().stream()
                .map(layer -> new Stratum(
                        String.valueOf(layer.number()),
                        layer.thickness_um(),
                        recipe.mtypes().stream()
                                .filter(m -> m.density_per_mm3(layer.number()) > 0)
                                .map(m -> new Stratum.Type(
                                        m.name(), m.synapseClass().name(), m.density_per_mm3(layer.number())))
                                .toList()))
                .toList();
    }
}
