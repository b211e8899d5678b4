package io.brainwright.agents.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.planner.Planner;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.agents.planner.TissueFacts;
import io.brainwright.agents.planner.WorkspaceView;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.client.ChatClient;

class BuiltInPlannerTest {
    @Test
    void theWordsGoThroughTheToolAndComeBackAsAPlan() {
        TissueFacts facts = acronym ->
                new TissueFacts.Region(acronym, 2, List.of(new TissueFacts.Layer(4, 190, 105255)), List.of());
        var tools = new PlanTools(new Planner(facts), new WorkspaceView(Path.of("."), 8_000_000_000L));
        var answer = ChatClient.create(new BuiltInPlanner())
                .prompt()
                .user("Simulate 100 neurons of a 150 um wide column of S1HL for 20 ms and stimulate layer 4 at 5 ms")
                .tools(tools)
                .call()
                .content();
        assertThat(tools.proposal()).isInstanceOf(Proposal.Ready.class);
        assertThat(answer).contains("STEPS", "sim.run");
    }
}
