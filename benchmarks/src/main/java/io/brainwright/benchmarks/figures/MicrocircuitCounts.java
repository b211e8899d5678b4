package io.brainwright.benchmarks.figures;

import io.brainwright.neuro.recipe.CorticalRecipe;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Cells of the 2015 microcircuit as counted by m-type, over the volume of their layer.
 *
 * <pre>{@code
 *   ρ_l = N_l / (V T_l / Σ T)      N_l counted cells, V volume of the microcircuit, T_l thickness in the recipe
 * }</pre>
 *
 * <p>Its layers 2 and 3 were counted together.
 */
final class MicrocircuitCounts {
    private static final String PATH = "nmc_2015.cells.";
    private static final Pattern EXCITATORY = Pattern.compile(".*(PC|TTPC[12]|SP|SS|TPC_L[14])");

    private final CorticalRecipe recipe;

    MicrocircuitCounts(CorticalRecipe recipe) {
        this.recipe = recipe;
    }

    /** By the name of the m-type: neither pyramidal nor spiny stellate. */
    static boolean inhibitory(String mtype) {
        return !EXCITATORY.matcher(mtype).matches();
    }

    /** Density of some m-types in each layer of the recipe. */
    double[] density_per_mm3(Predicate<String> mtypes) {
        var density = new double[recipe.layers().size()];
        for (int layer = 1; layer <= density.length; layer++) {
            var group = layer == 2 || layer == 3 ? "L23_" : "L" + layer + "_";
            double thick_um = layer == 2 || layer == 3
                    ? recipe.layer(2).thickness_um() + recipe.layer(3).thickness_um()
                    : recipe.layer(layer).thickness_um();
            double cells = recipe.file().values().stream()
                    .filter(v -> v.path().startsWith(PATH + group))
                    .filter(v -> mtypes.test(v.path().substring(PATH.length())))
                    .mapToDouble(v -> v.value())
                    .sum();
            density[layer - 1] =
                    cells / (recipe.file().number("nmc_2015.volume_mm3") * thick_um / recipe.thickness_um());
        }
        return density;
    }
}
