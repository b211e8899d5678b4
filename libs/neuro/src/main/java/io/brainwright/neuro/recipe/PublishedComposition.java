package io.brainwright.neuro.recipe;

import io.brainwright.neuro.vocabulary.SynapseClass;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one source says of the whole sheet: how dense, how much of it inhibitory. The sources disagree, and the scientist chooses.
 *
 * <pre>{@code
 *   composition:    ρ = Σ_layers ρ_l T_l / Σ T_l      ρ_l over the m-types, T_l thickness
 *   microcircuit:   ρ = Σ_m N_m / V                   N_m counted cells, V its volume
 *   scale = ρ / ρ_composition
 * }</pre>
 *
 * @param name short, as in "the density of ..."
 * @param neurons_per_mm3 ρ, mean over all layers
 * @param excitatoryFraction share of excitatory neurons over all layers
 * @param scale factor on the densities of the composition that gives ρ; their proportions by layer and m-type stay
 * @param source citation
 */
public record PublishedComposition(
        String name, double neurons_per_mm3, double excitatoryFraction, double scale, String source) {
    /** chosen: digits behind the point that a factor is printed, said and built with. */
    private static final double DIGITS = 1e4;

    /** The composition by layer and m-type that is built from where nothing else is said. */
    public static PublishedComposition byLayer(CorticalRecipe recipe) {
        double all = column(recipe, List.of(SynapseClass.values()));
        return new PublishedComposition(
                "the composition by layer and m-type",
                all / recipe.thickness_um(),
                column(recipe, List.of(SynapseClass.EXC)) / all,
                1,
                recipe.file().value("totals.neurons_per_mm3").source());
    }

    /** The microcircuit of 2015, its cells counted by m-type. */
    public static PublishedComposition microcircuit2015(CorticalRecipe recipe) {
        var file = recipe.file();
        double cells = file.values().stream()
                .filter(v -> v.path().startsWith("nmc_2015.cells."))
                .mapToDouble(RecipeValue::value)
                .sum();
        double neurons_per_mm3 = cells / file.number("nmc_2015.volume_mm3");
        double scale = neurons_per_mm3 / byLayer(recipe).neurons_per_mm3();
        return new PublishedComposition(
                "the 2015 microcircuit",
                neurons_per_mm3,
                file.number("nmc_2015.excitatory_fraction"),
                Math.rint(scale * DIGITS) / DIGITS,
                "%s; volume: %s"
                        .formatted(
                                file.value("nmc_2015.cells.L1_DAC").source(),
                                file.value("nmc_2015.volume_mm3").source()));
    }

    /** Neurons under one um2 times 1e9 of the classes. */
    private static double column(CorticalRecipe recipe, List<SynapseClass> classes) {
        return recipe.mtypes().stream()
                .filter(m -> classes.contains(m.synapseClass()))
                .mapToDouble(m -> IntStream.rangeClosed(1, recipe.layers().size())
                        .mapToDouble(layer ->
                                m.density_per_mm3(layer) * recipe.layer(layer).thickness_um())
                        .sum())
                .sum();
    }
}
