package io.brainwright.agents.planner;

import io.brainwright.agents.plan.Plan;
import io.brainwright.neuro.problem.FieldFault;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/** What comes of the scientist's words; the outcomes of vocabulary.json. Every text is in the scientist's language. */
public sealed interface Proposal
        permits Proposal.Ready,
                Proposal.Answer,
                Proposal.Edit,
                Proposal.Undo,
                Proposal.Approve,
                Proposal.Question,
                Proposal.Decline {
    /** The reply in words. */
    String text();

    /**
     * A plan that awaits approval.
     *
     * @param plan the plan; every check has passed
     * @param unavailable what of it this version cannot run, by name; a plan with such parts is shown as such and never runs
     * @param text the plan for people, with what is not available first
     */
    record Ready(Plan plan, List<FieldFault> unavailable, String text) implements Proposal {
        public Ready {
            unavailable = List.copyOf(unavailable);
        }
    }

    /**
     * Something to look up or to explain: it only reads, so it may run without approval.
     *
     * @param plan the steps that read; they may be none, then {@code text} is the whole answer
     * @param unavailable what of it this version cannot look up, by name
     * @param text what is looked up, or the answer itself
     */
    record Answer(Plan plan, List<FieldFault> unavailable, String text) implements Proposal {
        public Answer {
            unavailable = List.copyOf(unavailable);
        }
    }

    /**
     * A new version of the last plan; it awaits approval anew.
     *
     * @param operations the edit as JSON Patch (RFC 6902) on the version before
     * @param plan the new version
     * @param rerun whether the scientist asked to run it again
     * @param unavailable what of it this version cannot run
     * @param text what changed, and the plan
     */
    record Edit(ArrayNode operations, Plan plan, boolean rerun, List<FieldFault> unavailable, String text)
            implements Proposal {
        public Edit {
            unavailable = List.copyOf(unavailable);
        }
    }

    /**
     * The version before the last edit.
     *
     * @param plan the version that stands again
     * @param text what was taken back
     */
    record Undo(Plan plan, String text) implements Proposal {}

    /**
     * The scientist's own words approve the plan that was shown last.
     *
     * @param plan the plan
     * @param hash its hash: exactly this plan may run
     * @param text what will run
     */
    record Approve(Plan plan, String hash, String text) implements Proposal {}

    /**
     * Something must be said first; nothing is planned.
     *
     * @param text one message
     * @param understood what was understood
     * @param faults what is asked about, by slot: "region", "species", "temperature"
     * @param suggestions offered values: "S1HL"
     */
    record Question(String text, String understood, List<FieldFault> faults, List<String> suggestions)
            implements Proposal {
        public Question {
            faults = List.copyOf(faults);
            suggestions = List.copyOf(suggestions);
        }
    }

    /**
     * It cannot be done here.
     *
     * @param reason one of the vocabulary's decline_reasons
     * @param text why
     * @param alternatives what can be done
     */
    record Decline(String reason, String text, List<String> alternatives) implements Proposal {
        public Decline {
            alternatives = List.copyOf(alternatives);
        }
    }
}
