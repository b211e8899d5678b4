package io.brainwright.agents.dialogue;

import io.brainwright.agents.plan.Plan;
import io.brainwright.neuro.text.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a later process must know to go on.
 *
 * @param language language of the last turn
 * @param versions versions of the plan, oldest first; none where no plan was shown
 * @param pending the question that waits; null where none does
 */
record DialogueState(
        Language language, List<Plan> versions, @Nullable Pending pending) {
    DialogueState {
        versions = List.copyOf(versions);
    }
}
