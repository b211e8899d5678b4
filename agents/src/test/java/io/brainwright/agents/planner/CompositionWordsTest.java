package io.brainwright.agents.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two sources disagree on how dense the cortex is: both are shown, and words choose. */
class CompositionWordsTest {
    private final Planner planner = new Planner(RecipeFacts.shipped());

    private static WorkspaceView after(@Nullable Plan last) {
        return new WorkspaceView(Path.of("."), 60_000_000_000L, null, List.of(), Map.of(), List.of(), last);
    }

    private Plan plan(String words, @Nullable Plan last) {
        return switch (planner.propose(words, after(last))) {
            case Proposal.Ready ready -> ready.plan();
            case Proposal.Edit edit -> edit.plan();
            case Proposal other -> throw new AssertionError(words + " -> " + other);
        };
    }

    private static Assumption assumed(Plan plan, String path) {
        return plan.assumptions().stream()
                .filter(a -> a.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " is not among " + plan.assumptions()));
    }

    private static double scale(Plan plan) {
        return plan.steps("placement.cells")
                .getFirst()
                .params()
                .path("density_scale")
                .asDouble(1);
    }

    @Test
    void bothSourcesAreShownBeforeAnythingIsBuilt() {
        var plan = plan("Place all neurons in a 100 um column of S1HL", null);
        assertThat(assumed(plan, "totals.neurons_per_mm3").alternatives())
                .singleElement()
                .asString()
                .contains("108090", "1.3455");
        assertThat(assumed(plan, "totals.inhibitory_fraction").alternatives())
                .singleElement()
                .asString()
                .contains("0.1525", "0.8475");
        assertThat(scale(plan)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Build a 100 um column of S1HL with the density of the 2015 microcircuit",
                "Build a 100 um column of S1HL with the density of Markram 2015",
                "Construis une colonne de 100 µm dans S1HL avec la densité du microcircuit de 2015",
                "Baue eine 100 µm breite Säule in S1HL mit der Dichte des Mikroschaltkreises von 2015",
                "Construye una columna de 100 µm en S1HL con la densidad del microcircuito de 2015"
            })
    void theOtherDensityIsChosenByItsName(String words) {
        var plan = plan(words, null);
        assertThat(scale(plan)).isEqualTo(1.3455);
        var chosen = assumed(plan, "placement.cells.density_scale");
        assertThat(chosen.source()).contains("108090", "doi:10.1016/j.cell.2015.09.029");
        assertThat(chosen.alternatives())
                .singleElement()
                .asString()
                .startsWith("1: ")
                .contains("80334");
    }

    @Test
    void anEditChoosesAndTakesBack() {
        var first = plan("Place all neurons in a 100 um column of S1HL", null);
        var chosen = plan("use the density of the 2015 microcircuit", first);
        assertThat(scale(chosen)).isEqualTo(1.3455);
        assertThat(chosen.steps()).hasSameSizeAs(first.steps());
        var back = plan("use the density of the composition file", chosen);
        assertThat(scale(back)).isEqualTo(1);
        assertThat(assumed(back, "placement.cells.density_scale").alternatives())
                .singleElement()
                .asString()
                .startsWith("1.3455: ");
        var german = plan("nimm die Dichte des Mikroschaltkreises von 2015", back);
        assertThat(scale(german)).isEqualTo(1.3455);
    }

    @Test
    void aPlotOfDensityByDepthShowsTheGroupsThatWereMeasured() {
        var plan = plan(
                "Place all neurons in a 100 um column of S1HL and plot the density by depth for excitatory and inhibitory separately",
                null);
        var analysis = plan.steps("placement.analyse").getFirst();
        assertThat(analysis.params().path("group_by").asString()).isEqualTo("class");
        assertThat(plan.steps("render.plot").getFirst().needs()).contains(analysis.id());
    }

    @Test
    void theInhibitoryShareIsChosenLikewise() {
        var plan = plan("Build a 100 um column of S1HL with the inhibitory share of the 2015 microcircuit", null);
        assertThat(plan.steps("placement.cells")
                        .getFirst()
                        .params()
                        .path("excitatory_fraction")
                        .asDouble())
                .isEqualTo(0.8475);
        assertThat(scale(plan)).isEqualTo(1);
    }
}
