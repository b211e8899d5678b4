package io.brainwright.agents.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.plan.Availability;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PlanJson;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Axons to other regions: who sends them, and where to. */
class LongRangeWordsTest {
    private final Planner planner = new Planner(PlannerTest.FACTS);

    private Plan plan(String words) {
        var proposal = planner.propose(words, WorkspaceView.empty(Path.of("."), 8_000_000_000L));
        assertThat(proposal).as(words + " -> " + proposal).isInstanceOf(Proposal.Ready.class);
        return ((Proposal.Ready) proposal).plan();
    }

    private static JsonNode params(Plan plan, String action) {
        return plan.steps(action).getFirst().params();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Place 40 cells in a 100 um column of S1HL and grow dendrites and long-range axons from the L5"
                        + " thick-tufted cells to S1FL",
                "Take a 100 um column of S1HL with 40 cells, grow their dendrites and grow long-range axons of the L5"
                        + " thick-tufted cells to S1FL",
                "Fais pousser les axones longue distance des L5_TPC:A vers S1FL, dans une colonne de 100 um de S1HL"
                        + " avec 40 cellules",
                "Setze 40 Zellen in eine 100 um breite Säule von S1HL und lass Dendriten und weitreichende Axone der"
                        + " L5_TPC:A nach S1FL wachsen",
            })
    void theRegionOfTheCellsIsNoTarget(String words) {
        var plan = plan(words);
        var axons = params(plan, "synthesis.axons");
        assertThat(axons.path("scope").asString()).isEqualTo("long_range");
        assertThat(axons.path("targets").toString()).isEqualTo("[\"S1FL\"]");
        assertThat(axons.path("m_types") + axons.path("m_class").asString()).matches(".*(L5_TPC:A|thick).*");
        assertThat(params(plan, "atlas.region").path("region").asString()).isEqualTo("S1HL");
        assertThat(params(plan, "atlas.region").has("layers")).isFalse();
        assertThat(params(plan, "placement.cells").has("m_types")).isFalse();
        assertThat(Availability.open().faults(plan).stream().map(f -> f.field()))
                .noneMatch(f -> f.startsWith("synthesis."));
    }

    @Test
    void severalTargetsAndAClass() {
        var plan = plan(
                "Place 40 cells in a 100 um column of S1HL and grow long-range axons of the L5 pyramidal cells to S1FL"
                        + " and S1Tr");
        var axons = params(plan, "synthesis.axons");
        assertThat(axons.path("targets").toString()).isEqualTo("[\"S1FL\",\"S1Tr\"]");
        assertThat(axons.path("m_class").asString() + axons.path("m_types")).contains("L5");
    }

    @Test
    void typesOfLocalAxonsAreNamedAsNotAvailableBeforeAnythingRuns() {
        var plan = PlanJson.read("""
            {"schema": "brainwright-plan/1", "version": 1, "request": "r", "hypothesis": {"text": "?"},
             "steps": [{"id": "axons", "action": "synthesis.axons", "params": {"scope": "local", "m_types": ["L5_TPC:A"]}, "needs": []}],
             "variants": [], "assumptions": [], "questions": []}
            """);
        assertThat(Availability.open().faults(plan))
                .singleElement()
                .satisfies(f -> assertThat(f.field()).isEqualTo("synthesis.axons.scope"));
    }
}
