package io.brainwright.agents.chat;

import io.brainwright.agents.models.Spent;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.agents.showing.SceneEdit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer to the scientist.
 *
 * @param text the answer; where there is a plan, its text stands in the proposal
 * @param proposal what came of the words, from the checked planner and independent of a model's words; null where only talk came of them
 * @param expert who answered; empty where nobody in particular
 * @param handoffs who passed the question to whom
 * @param notices what the scientist must know of how the answer came about
 * @param spent tokens of the chat model
 * @param scene how the scene was changed; null where it was not
 */
public record Answer(
        String text,
        @Nullable Proposal proposal,
        String expert,
        List<String> handoffs,
        List<String> notices,
        Spent spent,
        @Nullable SceneEdit scene) {
    public Answer {
        handoffs = List.copyOf(handoffs);
        notices = List.copyOf(notices);
    }

    /** What came of the words, in one word. */
    public String came() {
        return switch (proposal) {
            case Proposal.Ready _ -> "plan";
            case Proposal.Edit _ -> "edit";
            case Proposal.Undo _ -> "undo";
            case Proposal.Approve _ -> "approve";
            case Proposal.Answer _ -> "answer";
            case Proposal.Question _ -> "question";
            case Proposal.Decline _ -> "decline";
            case null -> scene == null ? "words" : "scene";
        };
    }

    /** The plan that awaits approval; null where there is none. */
    public @Nullable Plan plan() {
        return switch (proposal) {
            case Proposal.Ready ready -> ready.plan();
            case Proposal.Edit edit -> edit.plan();
            case Proposal.Undo undo -> undo.plan();
            case Proposal.Approve approve -> approve.plan();
            case Proposal.Answer _ -> null;
            case Proposal.Question _ -> null;
            case Proposal.Decline _ -> null;
            case null -> null;
        };
    }
}
