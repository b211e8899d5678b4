package io.brainwright.agents.planner;

import io.brainwright.agents.plan.CostEstimate;
import io.brainwright.agents.plan.CostEstimate.StepCost;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Plugged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a plan would cost: built-in steps by this version's constants, plugged-in steps by what their stages say. */
final class PluggedCosts {
    private final Defaults defaults;
    private final TissueFacts facts;
    private final Plugged plugged;

    PluggedCosts(Defaults defaults, TissueFacts facts, Plugged plugged) {
        this.defaults = defaults;
        this.facts = facts;
        this.plugged = plugged;
    }

    /**
     * Cost and cells of a plan.
     *
     * @param neurons cells that are built or simulated
     */
    record Estimate(CostEstimate cost, double neurons) {}

    Estimate of(Plan plan, WorkspaceView workspace) {
        var actions = plugged.actions();
        Map<String, Plugged.Cost> told = new HashMap<>();
        double neurons = new TissueCheck(facts, plan, workspace).neurons();
        for (var step : plan.steps()) {
            var action = actions.find(step.action()).filter(a -> a.away().isEmpty());
            var cost = action.flatMap(a -> plugged.cost(a, step.params(), region(plan, workspace)));
            if (cost.isPresent()) {
                told.put(step.id(), cost.get());
                neurons = action.get().makes().equals("cells") ? cost.get().amount() : neurons;
            }
        }
        var own = new Costs(defaults, actions).of(plan, neurons);
        return new Estimate(told.isEmpty() ? own : with(own, told), neurons);
    }

    private static CostEstimate with(CostEstimate own, Map<String, Plugged.Cost> told) {
        var steps = new ArrayList<StepCost>();
        var notes = new ArrayList<>(own.notes());
        for (var step : own.steps()) {
            var cost = told.get(step.step());
            steps.add(cost == null ? step : new StepCost(step.step(), cost.seconds(), cost.amount(), cost.unit()));
        }
        told.forEach((step, cost) -> cost.notes().forEach(note -> notes.add(step + ": " + note)));
        return new CostEstimate(
                Math.ceil(steps.stream().mapToDouble(StepCost::seconds).sum()),
                own.memory_bytes()
                        + told.values().stream()
                                .mapToLong(Plugged.Cost::memory_bytes)
                                .sum(),
                own.disk_bytes()
                        + told.values().stream()
                                .mapToLong(Plugged.Cost::disk_bytes)
                                .sum(),
                steps,
                notes);
    }

    private static ObjectNode region(Plan plan, WorkspaceView workspace) {
        var steps = plan.steps("atlas.region");
        if (!steps.isEmpty()) {
            return steps.getFirst().params();
        }
        var circuit = workspace.circuit();
        var region = JsonNodeFactory.instance.objectNode();
        if (circuit != null) {
            region.put("region", circuit.region()).set("shape", circuit.shape());
        }
        return region;
    }
}
