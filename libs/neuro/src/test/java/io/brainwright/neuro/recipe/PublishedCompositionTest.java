package io.brainwright.neuro.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PublishedCompositionTest {
    private final CorticalRecipe recipe = CorticalRecipe.open("rat-nbs1");

    @Test
    void theTwoSourcesSayWhatTheRecipePrintsOfThem() {
        var byLayer = PublishedComposition.byLayer(recipe);
        var microcircuit = PublishedComposition.microcircuit2015(recipe);
        var file = recipe.file();
        assertThat(byLayer.neurons_per_mm3()).isCloseTo(file.number("totals.neurons_per_mm3"), within(0.1));
        assertThat(1 - byLayer.excitatoryFraction()).isCloseTo(file.number("totals.inhibitory_fraction"), within(1e-4));
        assertThat(byLayer.scale()).isEqualTo(1);
        assertThat(microcircuit.neurons_per_mm3()).isCloseTo(31346 / 0.29, within(1e-6));
        assertThat(microcircuit.source()).contains("Ramaswamy", "Markram");
    }

    @Test
    void theFactorTurnsTheOneIntoTheOtherAndIsTheOneThatIsPrinted() {
        var microcircuit = PublishedComposition.microcircuit2015(recipe);
        assertThat(PublishedComposition.byLayer(recipe).neurons_per_mm3() * microcircuit.scale())
                .isCloseTo(microcircuit.neurons_per_mm3(), within(5.0)); // four digits of the factor
        assertThat(recipe.file().value("totals.neurons_per_mm3").alternatives().getFirst())
                .endsWith("density_scale " + microcircuit.scale());
        assertThat(recipe.file()
                        .value("totals.inhibitory_fraction")
                        .alternatives()
                        .getFirst())
                .endsWith("excitatory_fraction " + microcircuit.excitatoryFraction());
    }

    @Test
    void theScaleFollowsTheScientistsOwnLayers() {
        var denser = recipe.with(
                java.util.List.of(new OwnNumber("layers.6.neurons_per_mm3", 2 * recipe.neurons_per_mm3(6))));
        assertThat(PublishedComposition.microcircuit2015(denser).scale())
                .isLessThan(PublishedComposition.microcircuit2015(recipe).scale());
    }
}
