package io.brainwright.agents.plan;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What every plan passes, whoever wrote it, before it is shown for approval. */
public final class PlanChecks {
    private final Vocabulary vocabulary = Vocabulary.open();
    private final Availability availability = Availability.open();
    private final Plugged plugged;

    /** Checks against this version's own actions. */
    public PlanChecks() {
        this(Plugged.NONE);
    }

    /** The same with the actions of plugged-in stages, as they stand at each check. */
    public PlanChecks(Plugged plugged) {
        this.plugged = plugged;
    }

    /**
     * Lets a sound plan pass. What this version cannot run is no fault of a plan: {@link #unavailable} names it.
     *
     * @param plan a draft
     * @param said the numbers of the scientist's words and of the workspace
     * @throws Problem INVALID with every fault of the plan
     */
    public Plan passed(Plan plan, List<NumberFidelity.Said> said) {
        var faults = new ArrayList<>(vocabulary.with(plugged.actions()).faults(plan));
        faults.addAll(order(plan));
        faults.addAll(NumberFidelity.faults(plan, said));
        faults.addAll(sources(plan));
        if (!faults.isEmpty()) {
            throw Problem.invalid("This plan cannot be run.", faults);
        }
        return plan;
    }

    /** What of a plan this version cannot run, by name; a plan with such parts is shown as such and never approved. */
    public List<FieldFault> unavailable(Plan plan) {
        return availability.with(plugged.actions()).faults(plan);
    }

    /** Whether this version can execute an action. */
    public boolean available(String action) {
        return availability.with(plugged.actions()).has(action);
    }

    private static List<FieldFault> order(Plan plan) {
        var faults = new ArrayList<FieldFault>();
        var before = new HashSet<String>();
        if (plan.steps().isEmpty()) {
            faults.add(new FieldFault("steps", "A plan has at least one step."));
        }
        for (var step : plan.steps()) {
            for (var need : step.needs()) {
                if (!before.contains(need)) {
                    faults.add(
                            new FieldFault(step.id(), "needs '%s', which does not stand before it.".formatted(need)));
                }
            }
            if (!before.add(step.id())) {
                faults.add(new FieldFault(step.id(), "stands twice."));
            }
        }
        return faults;
    }

    private static List<FieldFault> sources(Plan plan) {
        return plan.assumptions().stream()
                .filter(a -> a.source().isBlank())
                .map(a -> new FieldFault(a.path(), "is assumed without a source."))
                .toList();
    }
}
