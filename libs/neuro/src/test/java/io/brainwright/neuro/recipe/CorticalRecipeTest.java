package io.brainwright.neuro.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.vocabulary.MorphClass;
import org.junit.jupiter.api.Test;

class CorticalRecipeTest {
    private final CorticalRecipe recipe = CorticalRecipe.open("rat-nbs1");

    @Test
    void theSheetHasEightSubregionsSixLayersAndSixtyTypes() {
        assertThat(recipe.regions())
                .extracting(CorticalRegion::acronym)
                .containsExactlyInAnyOrder("S1J", "S1FL", "S1Tr", "S1HL", "S1Sh", "S1DZ", "S1DZO", "S1ULp");
        assertThat(recipe.layers()).extracting(Layer::thickness_um).containsExactly(165., 149., 353., 190., 525., 700.);
        assertThat(recipe.layer(4).top_um()).isEqualTo(667);
        assertThat(recipe.thickness_um()).isEqualTo(2082);
        assertThat(recipe.mtypes()).hasSize((int) recipe.file().number("totals.mtypes"));
        assertThat(recipe.etypes()).hasSize(11);
    }

    @Test
    void theSummaryDensitiesAreTheSumsOverTheTypes() {
        double perMm2 = 0;
        double inhibitory = 0;
        for (var layer : recipe.layers()) {
            double n = recipe.neurons_per_mm3(layer.number()) * layer.thickness_um() / 1000;
            perMm2 += n;
            inhibitory += n * recipe.inhibitoryFraction(layer.number());
        }
        var file = recipe.file();
        assertThat(perMm2).isCloseTo(file.number("sheet.neurons_per_mm2"), within(1.0));
        assertThat(perMm2 / 2.082).isCloseTo(file.number("totals.neurons_per_mm3"), within(1.0));
        assertThat(inhibitory / perMm2).isCloseTo(file.number("totals.inhibitory_fraction"), within(1e-4));
        assertThat(file.number("totals.neurons") / perMm2).isCloseTo(file.number("sheet.area_mm2"), within(0.02));
    }

    @Test
    void theOtherDensityInPrintIsToldBesideTheOneUsed() {
        double other = recipe.file().number("nmc_2015.cells_by_layer.L1")
                + recipe.file().number("nmc_2015.cells_by_layer.L23")
                + recipe.file().number("nmc_2015.cells_by_layer.L4")
                + recipe.file().number("nmc_2015.cells_by_layer.L5")
                + recipe.file().number("nmc_2015.cells_by_layer.L6");
        assertThat(other).isEqualTo(31346);
        assertThat(other / recipe.file().number("nmc_2015.volume_mm3")).isCloseTo(108090, within(1.0));
        assertThat(recipe.file().value("totals.neurons_per_mm3").alternatives())
                .singleElement()
                .asString()
                .contains("108090", "1.3455");
    }

    @Test
    void sharesOfETypesAddToOneAndUseOneSpelling() {
        var known = recipe.etypes().stream().map(EType::name).toList();
        for (var mtype : recipe.mtypes()) {
            double sum = mtype.etypeFraction().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            assertThat(sum).as(mtype.name()).isCloseTo(1, within(1e-12));
            assertThat(known).containsAll(mtype.etypeFraction().keySet());
        }
        assertThat(recipe.mtype("L23_MC").etypeFraction()).containsKey("cAC");
    }

    @Test
    void aSpinyStellateIsNoPyramidButExcites() {
        var stellate = recipe.mtype("L4_SSC");
        assertThat(stellate.morphClass()).isEqualTo(MorphClass.INT);
        assertThat(stellate.excitatory()).isTrue();
        assertThat(stellate.density_per_mm3(4)).isEqualTo(8824.232);
        assertThat(stellate.density_per_mm3(5)).isZero();
    }

    @Test
    void everyValueSaysItsSource() {
        assertThat(recipe.file().values()).hasSizeGreaterThan(300).allSatisfy(v -> {
            assertThat(v.source()).isNotBlank();
            assertThat(v.unit()).isNotBlank();
        });
    }

    @Test
    void anUnknownTypeIsAnsweredWithTheNearestNames() {
        assertThatThrownBy(() -> recipe.mtype("L5_TTPC1"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.remedy()).contains("L5_TPC"));
        assertThatThrownBy(() -> CorticalRecipe.open("cat-v1"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cat-v1");
    }
}
