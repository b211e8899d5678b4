package io.brainwright.neuro.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnNumberTest {
    private static final CorticalRecipe SHIPPED = CorticalRecipe.open("rat-nbs1");

    @Test
    void anOwnThicknessMovesTheLayersBelowAndLeavesTheShippedRecipeAlone() {
        var own = SHIPPED.with(List.of(new OwnNumber("layers.4.thickness_um", 210)));

        assertThat(own.layer(4).thickness_um()).isEqualTo(210);
        assertThat(own.layer(5).top_um()).isEqualTo(SHIPPED.layer(5).top_um() + 20);
        assertThat(own.mtypes()).isEqualTo(SHIPPED.mtypes());
        assertThat(SHIPPED.layer(4).thickness_um()).isEqualTo(190);
    }

    @Test
    void aNumberInAListOrAMappingOfNumbersIsReplacedAlone() {
        var own = SHIPPED.with(List.of(new OwnNumber("mtypes.L5_TPC:A.density_per_mm3.5", 30000)));
        var synapses = RecipeFile.open("rat-nbs1-synapses")
                .with(List.of(new OwnNumber("physiology.rules.0.conductance_nS", 0.9)));

        assertThat(own.mtype("L5_TPC:A").density_per_mm3(5)).isEqualTo(30000);
        assertThat(own.mtype("L5_TPC:B")).isEqualTo(SHIPPED.mtype("L5_TPC:B"));
        assertThat(synapses.value("physiology.rules.0.conductance_nS"))
                .satisfies(v -> assertThat(v.value()).isEqualTo(0.9))
                .satisfies(v -> assertThat(v.sd()).isEqualTo(0.44));
        assertThat(synapses.number("physiology.rules.1.conductance_nS")).isEqualTo(0.33);
    }

    @Test
    void aLayersOwnDensityAndShareKeepTheProportionsOfItsMTypes() {
        var own = SHIPPED.with(List.of(
                new OwnNumber("layers.5.neurons_per_mm3", 80000), new OwnNumber("layers.5.inhibitory_fraction", 0.2)));

        assertThat(own.neurons_per_mm3(5)).isCloseTo(80000, within(1e-6));
        assertThat(own.inhibitoryFraction(5)).isCloseTo(0.2, within(1e-12));
        assertThat(ratio(own, "L5_MC", "L5_LBC")).isCloseTo(ratio(SHIPPED, "L5_MC", "L5_LBC"), within(1e-12));
        assertThat(ratio(own, "L5_TPC:A", "L5_UPC")).isCloseTo(ratio(SHIPPED, "L5_TPC:A", "L5_UPC"), within(1e-12));
        assertThat(own.neurons_per_mm3(4)).isEqualTo(SHIPPED.neurons_per_mm3(4));
    }

    @Test
    void theDerivedNumbersOfEachLayerAreThoseOfItsMTypes() {
        for (var layer : SHIPPED.layers()) {
            int number = layer.number();
            assertThat(SHIPPED.file().number("layers.%d.neurons_per_mm3".formatted(number)))
                    .isCloseTo(SHIPPED.neurons_per_mm3(number), within(6e-4));
            assertThat(SHIPPED.file().number("layers.%d.inhibitory_fraction".formatted(number)))
                    .isCloseTo(SHIPPED.inhibitoryFraction(number), within(6e-7));
        }
    }

    @Test
    void eachNumberHasAtMostOneReaderAndNamesThatAreNoneHaveNone() {
        assertThat(RecipeReaders.of("rat-nbs1", "layers.4.thickness_um")).contains("atlas");
        assertThat(RecipeReaders.of("rat-nbs1", "mtypes.L4_SSC.density_per_mm3.4"))
                .contains("placement");
        assertThat(RecipeReaders.of("rat-nbs1", "layers.4.inhibitory_fraction")).contains("placement");
        assertThat(RecipeReaders.of("rat-nbs1-synapses", "physiology.rules.0.nmda_ampa_ratio"))
                .contains("connectome");
        assertThat(RecipeReaders.of("rat-nbs1", "totals.neurons")).isEmpty();
        assertThat(RecipeReaders.of("rat-nbs1-synapses", "touch.reach_um")).isEmpty();
        assertThat(RecipeReaders.of("rat-nbs1", "layers.9.thickness_um")).isEmpty();
        assertThatThrownBy(() -> SHIPPED.with(List.of(new OwnNumber("layers.9.thickness_um", 1))))
                .isInstanceOf(Problem.class);
    }

    private static double ratio(CorticalRecipe recipe, String one, String other) {
        return recipe.mtype(one).density_per_mm3(5) / recipe.mtype(other).density_per_mm3(5);
    }
}
