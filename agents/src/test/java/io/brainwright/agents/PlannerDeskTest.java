package io.brainwright.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.agents.dialogue.Dialogue;
import io.brainwright.agents.planner.Planner;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.agents.planner.TissueFacts;
import io.brainwright.agents.planner.WorkspaceView;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real planner and its dialogue as a conversation with a chat model uses them. */
class PlannerDeskTest {
    private static final String REQUEST =
            "Take 100 neurons from a 150 um wide column of rat S1HL and simulate 80 ms at 30 degC";

    @TempDir
    Path workspace;

    private PlannerDesk desk;

    @BeforeEach
    void open() {
        var planner = new Planner(acronym -> new TissueFacts.Region(
                acronym,
                2,
                List.of(new TissueFacts.Layer(4, 190, 105255), new TissueFacts.Layer(5, 525, 65951)),
                List.of()));
        Supplier<WorkspaceView> view = () -> WorkspaceView.empty(workspace, 64L << 30);
        desk = new PlannerDesk(planner, Dialogue.kept(planner, view, workspace.resolve("plans/current.json")), view);
    }

    @Test
    void aDraftInTheScientistsNumbersBecomesThePlanThatTheirNextYesApproves() {
        var plan = desk.check(draft(30), List.of(REQUEST), false);

        assertThat(plan.request()).isEqualTo(REQUEST);
        assertThat(java.util.Objects.requireNonNull(plan.estimate()).seconds()).isPositive();
        assertThat(workspace.resolve("plans/current.json")).exists();
        assertThat(desk.command("show me more")).isEmpty();
        var approved = desk.command("yes, go ahead");
        assertThat(approved).containsInstanceOf(Proposal.Approve.class);
        assertThat(((Proposal.Approve) approved.orElseThrow()).hash()).isEqualTo(plan.hash());
    }

    @Test
    void aNumberThatNobodySaidMakesNoPlanAndChangesNothing() {
        assertThatThrownBy(() -> desk.check(draft(31), List.of(REQUEST), false))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("31"));
        assertThat(Files.exists(workspace.resolve("plans/current.json"))).isFalse();
    }

    @Test
    void afterReadingTextOfOthersNoStepIsAddedThatTheWordsDoNotAskFor() {
        var draft = draft(30);
        ((tools.jackson.databind.node.ArrayNode) draft.path("steps"))
                .add(JsonMapper.shared()
                        .readTree("{\"id\": \"x\", \"action\": \"export.sonata\", \"params\": {}, \"needs\": []}"));

        assertThatThrownBy(() -> desk.check(draft, List.of(REQUEST), true))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("export.sonata", "beyond your words"));
        assertThat(desk.check(draft(30), List.of(REQUEST), true).steps()).hasSize(2);
    }

    private static JsonNode draft(int temperature_degC) {
        return JsonMapper.shared().readTree("""
                {"steps": [
                  {"id": "place", "action": "placement.cells", "params": {"count": 100}, "needs": []},
                  {"id": "run", "action": "sim.run", "params": {"temperature_degC": %d, "duration_ms": 80}, "needs": ["place"]}]}
                """.formatted(temperature_degC));
    }
}
