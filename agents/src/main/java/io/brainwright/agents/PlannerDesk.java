package io.brainwright.agents;

import io.brainwright.agents.chat.Proposer;
import io.brainwright.agents.dialogue.Dialogue;
import io.brainwright.agents.plan.NumberFidelity.Said;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Plugged;
import io.brainwright.agents.planner.DraftCheck;
import io.brainwright.agents.planner.OnlyAsked;
import io.brainwright.agents.planner.Planner;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.agents.planner.WorkspaceView;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The built-in planner as a conversation uses it, and its checks for what others draft. */
final class PlannerDesk implements Proposer {
    private final Planner planner;
    private final Dialogue dialogue;
    private final Supplier<WorkspaceView> workspace;
    private final Plugged plugged;
    private final DraftCheck drafts;

    PlannerDesk(Planner planner, Dialogue dialogue, Supplier<WorkspaceView> workspace) {
        this(planner, dialogue, workspace, Plugged.NONE);
    }

    PlannerDesk(Planner planner, Dialogue dialogue, Supplier<WorkspaceView> workspace, Plugged plugged) {
        this.plugged = plugged;
        this.drafts = new DraftCheck(plugged);
        this.planner = planner;
        this.dialogue = dialogue;
        this.workspace = workspace;
    }

    @Override
    public Proposal propose(String words) {
        return dialogue.turn(words);
    }

    @Override
    public Optional<Proposal> command(String words) {
        return dialogue.command(words);
    }

    @Override
    public boolean isCommand(String words) {
        return dialogue.isCommand(words);
    }

    @Override
    public String furtherActions() {
        return plugged.actions().words();
    }

    @Override
    public Plan check(JsonNode draft, List<String> said, boolean onlyAsked) {
        var view = view();
        var words = said.getLast();
        var own = planner.propose(words, view);
        if (own instanceof Proposal.Decline decline) {
            throw Problem.invalid(
                    "What is asked cannot be done here.", List.of(new FieldFault("request", decline.text())));
        }
        var asked = plan(own);
        var numbers = said.stream().flatMap(s -> numbers(s).stream()).toList();
        var plan = drafts.passed(draft, words, numbers, asked == null ? List.of() : asked.assumptions());
        if (onlyAsked) {
            OnlyAsked.check(plan, asked, said);
        }
        var estimated = planner.estimated(plan, view);
        dialogue.show(estimated);
        return estimated;
    }

    /** The workspace, with the plan of the dialogue as the last one. */
    private WorkspaceView view() {
        var view = workspace.get();
        return dialogue.pending()
                .map(plan -> new WorkspaceView(
                        view.folder(),
                        view.memory_bytes(),
                        view.circuit(),
                        view.files(),
                        view.quotes(),
                        view.runs(),
                        plan))
                .orElse(view);
    }

    private List<Said> numbers(String words) {
        return planner.said(words, view());
    }

    private static @Nullable Plan plan(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Ready ready -> ready.plan();
            case Proposal.Edit edit -> edit.plan();
            case Proposal.Answer answer -> answer.plan();
            case Proposal.Undo undo -> undo.plan();
            case Proposal.Approve approve -> approve.plan();
            case Proposal.Question _ -> null;
            case Proposal.Decline _ -> null;
        };
    }
}
