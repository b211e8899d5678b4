package io.brainwright.agents.experts;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Who passes the work to whom as a plan goes from stage to stage. */
final class Handoffs {
    private Handoffs() {}

    /**
     * One sentence for each hand-over, in the order of the plan's steps.
     *
     * @param first who begins
     * @param experts all, in the order in which they are asked
     */
    static List<String> of(Expert first, Plan plan, List<Expert> experts) {
        var told = new ArrayList<String>();
        var speaker = first;
        var steps = plan.steps();
        for (int i = 0; i < steps.size(); i++) {
            var next = next(speaker, steps.get(i), experts);
            if (next.isEmpty()) {
                continue;
            }
            var actions = new LinkedHashSet<String>();
            for (int j = i;
                    j < steps.size() && next.get().speaksFor(steps.get(j).action());
                    j++) {
                actions.add(steps.get(j).action());
            }
            told.add("%s hands over to %s: %s"
                    .formatted(speaker.name(), next.get().name(), String.join(", ", actions)));
            speaker = next.get();
        }
        return told;
    }

    /** Another who speaks for a step and whom the speaker may pass it to; none where the speaker speaks for it. */
    private static Optional<Expert> next(Expert speaker, Step step, List<Expert> experts) {
        return speaker.speaksFor(step.action())
                ? Optional.empty()
                : experts.stream()
                        .filter(e ->
                                e.speaksFor(step.action()) && speaker.handoff().contains(e.name()))
                        .findFirst();
    }
}
