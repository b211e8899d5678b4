package io.brainwright.agents.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Blood vessels, end-feet of astrocytes, and the synapses that they wrap. */
class GliaWordsTest {
    private final Planner planner = new Planner(PlannerTest.FACTS);

    private static WorkspaceView workspace(boolean built) {
        return new WorkspaceView(
                Path.of("."), 60_000_000_000L, built ? circuit() : null, List.of(), Map.of(), List.of(), null);
    }

    private static WorkspaceView.@Nullable Circuit circuit() {
        return new WorkspaceView.Circuit(
                "column",
                "S1HL",
                "rat",
                JsonMapper.shared().createObjectNode().put("kind", "column").put("width_um", 300),
                List.of("atlas", "placement", "synthesis", "connectome"));
    }

    private Plan plan(String words, boolean built) {
        return switch (planner.propose(words, workspace(built))) {
            case Proposal.Ready ready -> ready.plan();
            case Proposal.Answer answer -> answer.plan();
            case Proposal other -> throw new AssertionError(words + " -> " + other);
        };
    }

    private static List<String> actions(Plan plan) {
        return plan.steps().stream().map(Step::action).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "build a column of S1HL 200 um wide with blood vessels",
                "construis une colonne de S1HL de 200 um avec des vaisseaux sanguins",
                "baue eine Säule von S1HL, 200 um breit, mit Blutgefässen",
                "construye una columna de S1HL de 200 um con vasos sanguíneos"
            })
    void aColumnWithBloodVesselsHasItsCellsAndVessels(String words) {
        var plan = plan(words, false);
        assertThat(actions(plan)).contains("atlas.region", "placement.cells", "placement.vessels");
        assertThat(plan.steps("placement.vessels").getFirst().params().has("endfeet"))
                .isFalse();
        assertThat(plan.steps("placement.vessels").getFirst().needs()).contains("cells");
    }

    @Test
    void endFeetBringAstrocytesWithTheirDomains() {
        var plan = plan("build a column of S1HL with 100 neurons and blood vessels with astrocyte end-feet", false);
        assertThat(plan.steps("placement.vessels")
                        .getFirst()
                        .params()
                        .path("endfeet")
                        .asBoolean())
                .isTrue();
        var cells = plan.steps("placement.cells").getFirst().params();
        assertThat(cells.path("classes").toString()).contains("astrocyte");
        assertThat(cells.path("domains").asString()).isEqualTo("overlapping");
        assertThat(cells.path("count").asInt()).isEqualTo(100);
    }

    @Test
    void vesselsAreAddedToTheCircuitThatIsThere() {
        assertThat(actions(plan("add blood vessels", true))).containsExactly("placement.vessels");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "which astrocytes wrap these synapses",
                "which astrocytes wrap these synapses?",
                "Welche Astrozyten umhüllen diese Synapsen?",
                "quels astrocytes enveloppent ces synapses ?",
                "¿qué astrocitos envuelven estas sinapsis?"
            })
    void synapsesOfTheCircuitAreGivenToItsAstrocytes(String words) {
        assertThat(actions(plan(words, true))).containsExactly("connectome.astrocytes");
    }

    @Test
    void aPictureOfAColumnWithVesselsTakesThem() {
        var plan = plan("build a column of S1HL with 60 neurons and blood vessels and show a picture of it", false);
        assertThat(plan.steps("render.image").getFirst().needs()).contains("vessels");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Take 60 neurons from a 120 um wide column of S1HL with astrocytes, vessels and end-feet, wire them, and the synapses that"
                        + " astrocytes wrap, run 20 ms and export it as SONATA",
                "Export as SONATA a column of S1HL with 60 neurons, blood vessels, astrocyte end-feet and the synapses that astrocytes wrap"
            })
    void aReleaseTakesVesselsAndWrappedSynapses(String words) {
        var plan = plan(words, false);
        assertThat(plan.steps("placement.vessels")
                        .getFirst()
                        .params()
                        .path("endfeet")
                        .asBoolean())
                .isTrue();
        assertThat(plan.steps("export.sonata").getFirst().needs())
                .contains(
                        "vessels",
                        plan.steps("connectome.astrocytes").getFirst().id());
    }

    @Test
    void aReleaseWithoutThemTakesNone() {
        var plan = plan("build a column of S1HL with 60 neurons, run 20 ms and export it as SONATA", false);
        assertThat(plan.steps("export.sonata").getFirst().needs()).doesNotContain("vessels");
        assertThat(actions(plan)).doesNotContain("placement.vessels", "connectome.astrocytes");
    }

    @Test
    void withoutVesselsThereAreNone() {
        assertThat(actions(plan("build a column of S1HL with 60 neurons without blood vessels", false)))
                .doesNotContain("placement.vessels");
    }
}
