package io.brainwright.agents.chat;

import io.brainwright.agents.planner.PlanText;
import io.brainwright.agents.planner.Planner;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.agents.planner.WorkspaceView;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;

/** The tools of one turn. What was proposed is kept here, not in the model's words. */
public final class PlanTools {
    private final Planner planner;
    private final WorkspaceView workspace;
    private @Nullable Proposal proposal;

    public PlanTools(Planner planner, WorkspaceView workspace) {
        this.planner = planner;
        this.workspace = workspace;
    }

    /** Proposes a plan for approval; nothing runs. */
    @Tool(
            name = "propose_plan",
            description = "Proposes a plan for the scientist's request, asks, or declines. Runs nothing.",
            returnDirect = false)
    public String proposePlan(@ToolParam(description = "the request in the scientist's own words") String request) {
        var made = planner.propose(request, workspace);
        proposal = made;
        return switch (made) {
            case Proposal.Ready ready -> PlanText.render(ready.plan());
            case Proposal.Question question -> question.question();
            case Proposal.Decline decline -> decline.text() + " Possible: " + String.join(" ", decline.alternatives());
        };
    }

    /** What the turn proposed; null where no tool was called. */
    public @Nullable Proposal proposal() {
        return proposal;
    }
}
