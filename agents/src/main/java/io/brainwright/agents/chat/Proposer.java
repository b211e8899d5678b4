package io.brainwright.agents.chat;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Makes plans from words, and lets a chat model's drafts pass or not; every plan that it returns has passed all checks. */
public interface Proposer {
    /** What the built-in planner makes of words; runs nothing. */
    Proposal propose(String words);

    /**
     * An approval, or the last edit taken back: understood here and never by a chat model. Empty where the words are neither.
     *
     * @param words the scientist's own
     */
    default Optional<Proposal> command(String words) {
        return Optional.empty();
    }

    /** Whether words approve or take back: then a chat model may not say them in the scientist's place. */
    default boolean isCommand(String words) {
        return false;
    }

    /** What plans can hold beyond this version's own actions, a line each; empty where there is nothing. */
    default String furtherActions() {
        return "";
    }

    /**
     * A chat model's draft as a plan that awaits approval.
     *
     * @param draft what the model wrote: hypothesis, steps, variants
     * @param said the scientist's words in this conversation, the newest last
     * @param onlyAsked whether steps and names must be what the words themselves ask for, because the model has read others' text
     * @throws Problem INVALID with every fault
     */
    Plan check(JsonNode draft, List<String> said, boolean onlyAsked);
}
