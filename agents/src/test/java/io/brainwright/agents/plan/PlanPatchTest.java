package io.brainwright.agents.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PlanPatchTest {
    private final Plan plan = new Plan(
            Plan.SCHEMA,
            1,
            "words",
            new Hypothesis("?", null, null),
            List.of(new Step(
                    "cells",
                    "placement.cells",
                    (ObjectNode) JsonMapper.shared().readTree("{\"count\":300,\"m_types\":[\"L4_MC\"]}"),
                    List.of())),
            List.of(),
            List.of(),
            null,
            List.of());

    private static ArrayNode patch(String json) {
        return (ArrayNode) JsonMapper.shared().readTree(json.replace('\'', '"'));
    }

    private static String params(Plan plan) {
        return plan.steps().getFirst().params().toString();
    }

    @Test
    void anEditChangesItsPathAndNothingElseAndCanBeUndone() {
        var versions = new PlanVersions(plan);
        var edited = versions.edit(
                patch(
                        "[{'op':'replace','path':'/steps/0/params/count','value':500},{'op':'add','path':'/steps/0/params/m_types/-','value':'L4_BP'}]"));
        assertThat(params(edited)).contains("500", "L4_MC", "L4_BP");
        assertThat(edited.version()).isEqualTo(2);
        assertThat(edited.hash()).isNotEqualTo(plan.hash());
        assertThat(versions.undo().hash()).isEqualTo(plan.hash());
        assertThat(versions.undo()).isEqualTo(plan);
    }

    @Test
    void moveCopyTestAndRemoveDoAsTheStandardSays() {
        var edited = PlanPatch.apply(
                plan,
                patch(
                        "[{'op':'test','path':'/steps/0/params/count','value':300},"
                                + "{'op':'copy','from':'/steps/0/params/count','path':'/steps/0/params/seed'},{'op':'remove','path':'/steps/0/params/m_types'}]"));
        assertThat(edited.steps().getFirst().params().path("seed").asInt()).isEqualTo(300);
        assertThat(params(edited)).doesNotContain("m_types");
        var moved = PlanPatch.apply(
                plan, patch("[{'op':'move','from':'/steps/0/params/count','path':'/steps/0/params/seed'}]"));
        assertThat(params(moved)).contains("seed").doesNotContain("count");
    }

    @Test
    void aFailingTestOrAWrongPathRefusesTheWholeEdit() {
        for (var bad : List.of(
                "[{'op':'test','path':'/steps/0/params/count','value':1}]",
                "[{'op':'remove','path':'/nowhere'}]",
                "[{'op':'add','path':'/steps/9','value':{}}]",
                "[{'op':'fly','path':'/steps'}]")) {
            assertThatThrownBy(() -> PlanPatch.apply(plan, patch(bad))).as(bad).isInstanceOf(Problem.class);
        }
        assertThat(params(plan)).contains("300");
    }

    @Test
    void aPathWithoutASlashAndCopiesOfCopiesAreRefused() {
        var plan = PlanJson.read(SmallPlan.JSON);
        var nowhere = (ArrayNode) JsonMapper.shared().readTree("""
                [{"op": "move", "from": "questions/0", "path": "/questions/0"}]""");
        assertThatThrownBy(() -> PlanPatch.apply(plan, nowhere))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("a path begins with '/'");
        var doubling = JsonMapper.shared().createArrayNode();
        for (int i = 0; i < 60; i++) {
            doubling.addObject().put("op", "copy").put("from", "/steps").put("path", "/steps/0/params/again" + i);
        }
        assertThatThrownBy(() -> PlanPatch.apply(plan, doubling))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("more than 2000 parts");
    }

    @Test
    void aNumberBeyondAllNumbersIsNoPlan() {
        assertThatThrownBy(() -> PlanJson.read(SmallPlan.JSON.replace("30.5", "-1e309")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("/steps/2/params/duration_ms");
    }
}
