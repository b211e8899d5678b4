package io.brainwright.sim.model.emodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.io.H5Morphology;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.sim.model.cell.MorphologyCable;
import io.brainwright.sim.model.circuit.Cells;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Scaled;
import io.brainwright.sim.model.nmodl.Published;
import io.brainwright.testkit.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Docs: docs/science/electrical-models.md lists the same criteria and the numbers measured. */
class ElectricalModelsTest {
    private static final ElectricalModels MODELS = ElectricalModels.open();
    private static final double TEST_CURRENT_NA = -0.03;

    @Test
    void everyETypeOfTheRecipeHasAModelInEveryLayer() {
        for (var etype : List.of(
                "cADpyr", "cAC", "cACint", "bAC", "cNAC", "bNAC", "dNAC", "cSTUT", "bSTUT", "dSTUT", "cIR", "bIR")) {
            for (int layer = 1; layer <= 6; layer++) {
                assertThat(MODELS.of(etype, layer).etypes()).contains(etype);
            }
        }
    }

    @Test
    void anUnknownETypeIsRefusedWithThoseThatExist() {
        assertThatThrownBy(() -> MODELS.of("xyz", 5))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.remedy()).contains("cNAC"));
    }

    @Test
    void aModelThatIsTheSameAsAnotherHasItsNumbersBesideItsOwn() {
        var soma = MODELS.of("cSTUT", 4).membrane().membrane("soma").mechanisms();
        var base = MODELS.of("dNAC", 4).membrane().membrane("soma").mechanisms();
        assertThat(soma.get(Mechanism.NaTg)).isEqualTo(base.get(Mechanism.NaTg));
        assertThat(soma.get(Mechanism.Kd)).isNotEqualTo(base.get(Mechanism.Kd));
        assertThat(soma.get(Mechanism.CaDyn)).containsEntry("decay_ms", Scaled.of(300));
        assertThat(soma.get(Published.named("StochKv3"))).containsOnlyKeys("gkbar");
        assertThat(base).doesNotContainKey(Published.named("StochKv3"));
    }

    @Test
    void everyDensityLiesWithinThePublishedBounds() {
        var recipe = RecipeFile.open(ElectricalModels.RECIPE);
        int checked = 0;
        for (var value : recipe.values()) {
            var path = value.path().split("\\.");
            if (path.length == 5 && path[2].equals("densities")) {
                checked += within(recipe, value.value(), "bounds.%s.%s".formatted(path[3], path[4]));
            } else if (path.length == 4 && path[2].equals("leak")) {
                checked += within(recipe, value.value(), "bounds.leak." + path[3]);
            } else if (path.length == 5 && path[2].equals("calcium") && !path[4].equals("minCai_mM")) {
                checked += within(recipe, value.value(), "bounds.calcium." + path[4]);
            }
        }
        assertThat(checked).isGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 5, 6})
    void aMadeUpPyramidalCellRestsFiresAndDoesNotBlock(int layer) {
        behaves(MODELS.of("cADpyr", layer), Cells.pyramid(), 40, 250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cAC", "bAC", "cNAC", "bNAC", "dNAC"})
    void aMadeUpInterneuronRestsFiresAndDoesNotBlock(String etype) {
        behaves(MODELS.of(etype, 4), Cells.interneuron(), 100, 400);
    }

    @ParameterizedTest
    @CsvSource({
        "cADpyr, 2, C280998A-P3, 60, 250",
        "cADpyr, 5, C060114A5, 30, 150",
        "cADpyr, 6, Fluo42_right, 60, 250",
        "cNAC, 3, C040600B3_-_Clone_7, 100, 400"
    })
    void aReconstructedCellRestsFiresAndDoesNotBlock(
            String etype, int layer, String name, double low_Mohm, double high_Mohm) {
        var cell = H5Morphology.read(Reference.path("anatomy/morphologies/" + name + ".h5"));
        behaves(MODELS.of(etype, layer), cell, low_Mohm, high_Mohm);
    }

    @Test
    void accommodatingCellsSlowDownAndOthersDoNot() {
        assertThat(slowing("cAC")).isGreaterThan(1.3);
        assertThat(slowing("cNAC")).isBetween(0.9, 1.1);
    }

    /** What the choice of {@link ElectricalModel#LONGEST_COMPARTMENT_UM} costs. */
    @Test
    void longCompartmentsFireWithinHalfAMillisecondOfThoseOf20um() {
        var model = MODELS.of("cADpyr", 5);
        var fine = MorphologyCable.of(Cells.pyramid(), 20, model.Ra_ohm_cm(), model.stub());
        var coarse = model.compartments(Cells.pyramid());
        assertThat(coarse.count()).isLessThan(fine.count() / 2);
        var expected_ms = StepResponse.of(model, fine, 0.3).getFirst().spikes_ms;
        var spikes_ms = StepResponse.of(model, coarse, 0.3).getFirst().spikes_ms;
        assertThat(spikes_ms).hasSameSizeAs(expected_ms);
        assertThat(spikes_ms.getFirst()).isCloseTo(expected_ms.getFirst(), offset(0.5));
    }

    /** Last interval over the first at a step of 0.15 nA. */
    private static double slowing(String etype) {
        var times_ms =
                StepResponse.of(MODELS.of(etype, 4), Cells.interneuron(), 0.15).getFirst().spikes_ms;
        int n = times_ms.size();
        return (times_ms.get(n - 1) - times_ms.get(n - 2)) / (times_ms.get(1) - times_ms.get(0));
    }

    private static void behaves(ElectricalModel model, Morphology morphology, double low_Mohm, double high_Mohm) {
        var still = StepResponse.of(model, morphology, TEST_CURRENT_NA).getFirst();
        double rest_mV = still.v_mV(StepResponse.START_MS - 1);
        double input_Mohm = (still.v_mV(StepResponse.END_MS) - rest_mV) / TEST_CURRENT_NA;
        double rheobase_nA = rheobase_nA(model, morphology, input_Mohm);
        var driven = StepResponse.of(model, morphology, 1.5 * rheobase_nA, 2 * rheobase_nA);
        System.out.printf(
                "%-11s rest %.1f mV, input %.0f Mohm, rheobase %.3f nA, spikes at 1.5x %d, at 2x %d%n",
                model.name(),
                rest_mV,
                input_Mohm,
                rheobase_nA,
                driven.get(0).spikes_ms.size(),
                driven.get(1).spikes_ms.size());

        assertThat(rest_mV).as("rest").isBetween(-85.0, -60.0);
        assertThat(still.spikes_ms).as("spikes without drive").isEmpty();
        assertThat(input_Mohm).as("input resistance").isBetween(low_Mohm, high_Mohm);
        for (var response : driven) {
            assertThat(response.spikes_ms).as("spikes").isNotEmpty();
            firesAndRecovers(response);
        }
        assertThat(driven.get(1).spikes_ms).as("spikes at twice rheobase").hasSizeGreaterThan(1);
    }

    /** Every spike overshoots and is followed by a repolarisation below -45 mV: no block. */
    private static void firesAndRecovers(StepResponse response) {
        for (double t_ms : response.spikes_ms) {
            if (t_ms + 8 < StepResponse.END_MS) {
                assertThat(response.peak_mV(t_ms - 0.2, t_ms + 2))
                        .as("overshoot at %s ms", t_ms)
                        .isPositive();
                assertThat(response.trough_mV(t_ms + 1, t_ms + 8))
                        .as("after %s ms", t_ms)
                        .isLessThan(-45);
            }
        }
        assertThat(response.trough_mV(StepResponse.END_MS - 50, StepResponse.END_MS))
                .isLessThan(-45);
    }

    /** Smallest step with a spike, to a factor 1.3, from eleven copies of the cell at once. */
    private static double rheobase_nA(ElectricalModel model, Morphology morphology, double input_Mohm) {
        var amplitudes_nA = new double[11];
        for (int i = 0; i < amplitudes_nA.length; i++) {
            amplitudes_nA[i] = 5 / input_Mohm * Math.pow(1.3, i);
        }
        var responses = StepResponse.of(model, morphology, amplitudes_nA);
        for (int i = 0; i < amplitudes_nA.length; i++) {
            if (!responses.get(i).spikes_ms.isEmpty()) {
                return amplitudes_nA[i];
            }
        }
        throw new AssertionError(model.name() + " does not fire at " + amplitudes_nA[amplitudes_nA.length - 1] + " nA");
    }

    private static int within(RecipeFile recipe, double value, String bounds) {
        boolean published = recipe.values().stream().anyMatch(v -> v.path().equals(bounds + ".0"));
        if (published) {
            assertThat(value).as(bounds).isBetween(recipe.number(bounds + ".0"), recipe.number(bounds + ".1"));
        }
        return published ? 1 : 0;
    }
}
