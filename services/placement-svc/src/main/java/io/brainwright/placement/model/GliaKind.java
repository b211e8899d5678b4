package io.brainwright.placement.model;

import io.brainwright.neuro.recipe.RecipeFile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Kinds of glia, with the numbers of their densities and somata in the recipe. */
public enum GliaKind {
    ASTROCYTE,
    OLIGODENDROCYTE,
    MICROGLIA;

    /** Name in requests, tables and recipes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this name. */
    public static Optional<GliaKind> named(String word) {
        return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
    }

    /** All names. */
    public static List<String> words() {
        return Arrays.stream(values()).map(GliaKind::word).toList();
    }

    /** Where the recipe has a number of this kind: {@code "glia.astrocyte.density_per_mm3"}. */
    public String path(String number) {
        return "glia.%s.%s".formatted(word(), number);
    }

    double density_per_mm3(RecipeFile recipe) {
        return recipe.number(path("density_per_mm3"));
    }

    double radius_um(RecipeFile recipe) {
        return recipe.number(path("soma_radius_um"));
    }

    double radiusSd_um(RecipeFile recipe) {
        return recipe.number(path("soma_radius_sd_um"));
    }
}
