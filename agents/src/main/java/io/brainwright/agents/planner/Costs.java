package io.brainwright.agents.planner;

import io.brainwright.agents.frames.Stages;
import io.brainwright.agents.plan.CostEstimate;
import io.brainwright.agents.plan.CostEstimate.StepCost;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PluggedActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a plan would cost: cells times constants per cell, simulated compartment steps over a speed.
 *
 * <p>Inputs of later steps do not exist yet when a plan is shown, so the services cannot be asked; the constants stand in {@code
 * planner-defaults.yaml}.
 */
public final class Costs {
    /** Stages that keep a row for each cell, no shape. */
    private static final Set<String> LIGHT = Set.of(
            "atlas.region",
            "placement.cells",
            "placement.analyse",
            "library.import",
            "library.search",
            "library.extract",
            "library.propose",
            "agent.create",
            "notebook.export");

    private final Defaults defaults;
    private final PluggedActions plugged;

    Costs(Defaults defaults, PluggedActions plugged) {
        this.defaults = defaults;
        this.plugged = plugged;
    }

    /** With the constants that ship with this version. */
    public static Costs open() {
        return new Costs(Defaults.open(), PluggedActions.NONE);
    }

    /** The cost of a plan on that many cells. */
    public CostEstimate of(Plan plan, double cells) {
        var steps = new ArrayList<StepCost>();
        double simulated_ms = 0;
        double light = plan.steps().stream()
                        .allMatch(s -> LIGHT.contains(plugged.part(s.action())) || Stages.reads(s.action()))
                ? cost("light_share")
                : 1;
        for (var step : plan.steps()) {
            double runs = step.action().equals("sim.run")
                    ? Math.max(1, plan.variants().size())
                    : 1;
            runs *= Runs.of(step.params());
            double duration_ms = step.params().path("duration_ms").asDouble(0);
            double compartmentSteps = cells
                    * cost("compartments_per_cell")
                    * duration_ms
                    / step.params().path("dt_ms").asDouble(1);
            simulated_ms += runs * duration_ms;
            switch (step.action()) {
                case "atlas.region" -> steps.add(new StepCost(step.id(), cost("atlas_s"), 1, "region"));
                case "placement.cells" ->
                    steps.add(new StepCost(step.id(), cells * cost("placement_s_per_cell"), cells, "cells"));
                case "synthesis.dendrites" ->
                    steps.add(new StepCost(step.id(), cells * cost("synthesis_s_per_cell"), cells, "cells"));
                case "synthesis.axons" ->
                    steps.add(new StepCost(step.id(), cells * longRange_s(step.params()), cells, "cells"));
                case "connectome.local" ->
                    steps.add(new StepCost(step.id(), cells * cost("connectome_s_per_cell"), cells, "cells"));
                case "sim.run" ->
                    steps.add(new StepCost(
                            step.id(),
                            runs * compartmentSteps / cost("compartment_steps_per_s"),
                            runs * duration_ms,
                            "ms of activity"));
                case "render.plot", "render.image" ->
                    steps.add(new StepCost(step.id(), cost("render_s"), 1, "picture"));
                case "export.sonata" -> steps.add(new StepCost(step.id(), cost("export_s"), 1, "release"));
                default -> steps.add(new StepCost(step.id(), 0, cells, "cells"));
            }
        }
        double memory = cost("memory_bytes_base") + cells * light * cost("memory_bytes_per_cell");
        double disk =
                cells * light * cost("disk_bytes_per_cell") + cells * simulated_ms * cost("report_bytes_per_cell_ms");
        return new CostEstimate(
                Math.ceil(steps.stream().mapToDouble(StepCost::seconds).sum()),
                (long) memory,
                (long) disk,
                steps,
                List.of("%.0f cells times constants per cell (measured on two cores, benchmarks/results/headline.md)"
                        .formatted(cells)));
    }

    /** Local axons grow with the dendrites; cells with long-range ones are grown anew. */
    private double longRange_s(JsonNode axons) {
        return axons.path("scope").asString("").equals("long_range")
                ? cost("synthesis_s_per_cell") + axons.path("targets").size() * cost("long_range_s_per_cell_and_target")
                : 0;
    }

    private double cost(String name) {
        return defaults.cost(name);
    }
}
