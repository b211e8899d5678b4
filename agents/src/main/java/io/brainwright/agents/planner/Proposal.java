package io.brainwright.agents.planner;

import io.brainwright.agents.plan.Plan;
import io.brainwright.neuro.problem.FieldFault;
import java.util.List;

/** What comes of a request. */
public sealed interface Proposal permits Proposal.Ready, Proposal.Question, Proposal.Decline {
    /**
     * A plan that awaits approval.
     *
     * @param plan the plan; every check has passed
     */
    record Ready(Plan plan) implements Proposal {}

    /**
     * Something must be said first; nothing is planned.
     *
     * @param question one message
     * @param understood what was understood
     * @param faults what is asked about, by parameter
     */
    record Question(String question, String understood, List<FieldFault> faults) implements Proposal {
        public Question {
            faults = List.copyOf(faults);
        }
    }

    /**
     * It cannot be done here.
     *
     * @param reason one of the vocabulary's reasons: off_topic, too_large, no_data
     * @param text why
     * @param alternatives what can be done
     */
    record Decline(String reason, String text, List<String> alternatives) implements Proposal {
        public Decline {
            alternatives = List.copyOf(alternatives);
        }
    }
}
