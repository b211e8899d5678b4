package io.brainwright.agents.run;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PluggedActions;
import io.brainwright.agents.plan.Step;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which the needs of a plan's steps allow them to run, and which steps reach which.
 *
 * <p>A step that names no building step among its needs takes all building steps before it.
 */
final class StepOrder {
    private static final Set<String> BUILDING = Set.of(
            "atlas.region",
            "placement.cells",
            "synthesis.dendrites",
            "synthesis.axons",
            "connectome.local",
            "connectome.mid_range",
            "connectome.thalamic",
            "connectome.physiology",
            "connectome.edit",
            "placement.vessels",
            "connectome.astrocytes",
            "sim.run");

    private static final Set<String> TAKE_SYNAPSES = Set.of("sim.run", "connectome.analyse", "export.sonata");

    private final List<Step> ordered = new ArrayList<>();
    private final Map<String, Set<Step>> reaching = new HashMap<>();
    private final PluggedActions plugged;

    StepOrder(Plan plan, PluggedActions plugged) {
        this.plugged = plugged;
        var waiting = new ArrayList<>(plan.steps());
        check(waiting);
        while (!waiting.isEmpty()) {
            var next = waiting.stream()
                    .filter(s -> reaching.keySet().containsAll(s.needs()))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid(
                            "This plan cannot run.",
                            waiting.stream()
                                    .map(s -> new FieldFault(s.id(), "needs, in the end, itself."))
                                    .toList()));
            waiting.remove(next);
            reaching.put(next.id(), closure(next));
            ordered.add(next);
        }
        checkEdits();
    }

    /** An edit that nothing takes would be built, and everything else would go on as without it. */
    private void checkEdits() {
        var takers =
                ordered.stream().filter(s -> TAKE_SYNAPSES.contains(s.action())).toList();
        var faults = ordered.stream()
                .filter(s -> s.action().equals("connectome.edit"))
                .filter(edit -> !takers.isEmpty()
                        && takers.stream()
                                .noneMatch(s ->
                                        reaching.getOrDefault(s.id(), Set.of()).contains(edit)))
                .map(edit -> new FieldFault(
                        edit.id(),
                        "changes synapses that no later step takes; name it among the needs of '%s'."
                                .formatted(takers.getFirst().id())))
                .toList();
        if (!faults.isEmpty()) {
            throw Problem.invalid("This plan cannot run.", faults);
        }
    }

    private static void check(List<Step> steps) {
        var ids = new LinkedHashSet<String>();
        var faults = new ArrayList<FieldFault>();
        for (var step : steps) {
            if (!ids.add(step.id())) {
                faults.add(new FieldFault(step.id(), "names two steps; ids differ."));
            }
        }
        for (var step : steps) {
            for (var need : step.needs()) {
                if (!ids.contains(need)) {
                    faults.add(new FieldFault(
                            step.id(), "needs '%s', which is no step of the plan; one of %s.".formatted(need, ids)));
                }
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("This plan cannot run.", faults);
        }
    }

    private Set<Step> closure(Step step) {
        var all = new LinkedHashSet<Step>();
        step.needs().forEach(id -> all.addAll(reaching.getOrDefault(id, Set.of())));
        if (all.stream().noneMatch(this::builds)) {
            ordered.stream().filter(this::builds).forEach(all::add);
        }
        all.add(step);
        return all;
    }

    private boolean builds(Step step) {
        return BUILDING.contains(plugged.part(step.action()));
    }

    /** All steps, each after those that it needs. */
    List<Step> ordered() {
        return ordered;
    }

    /** The step itself and all that it needs, directly or not, in the order of running. */
    List<Step> reaching(Step step) {
        var all = reaching.getOrDefault(step.id(), Set.of());
        return ordered.stream().filter(all::contains).toList();
    }
}
