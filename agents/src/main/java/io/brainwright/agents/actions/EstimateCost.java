package io.brainwright.agents.actions;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Step;
import io.brainwright.agents.planner.AtlasFacts;
import io.brainwright.agents.planner.Costs;
import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.Measure;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** Says what it would take to build regions: neurons, time, memory, disk. */
final class EstimateCost implements ActionExecutor {
    private static final double BYTES_PER_GB = 1e9;
    private static final List<String> BUILDING = List.of(
            "atlas.region",
            "placement.cells",
            "synthesis.dendrites",
            "synthesis.axons",
            "connectome.local",
            "connectome.physiology");

    @Override
    public String action() {
        return "estimate";
    }

    @Override
    public boolean readOnly() {
        return true;
    }

    @Override
    public StepOutcome run(StepContext context) {
        var params = context.params();
        var regions = new ArrayList<String>();
        CellGroups.texts(params.path("region")).forEach(regions::add);
        if (regions.isEmpty()) {
            CellGroups.texts(context.upstream("atlas.region").path("region")).forEach(regions::add);
        }
        if (regions.isEmpty()) {
            regions.add("nbS1");
        }
        double scale = params.path("density_scale").asDouble(1);
        var atlas = new AtlasFacts(context.services().atlas());
        var outcome = new ArrayList<Measure>();
        var words = new ArrayList<String>();
        for (var region : regions) {
            var facts = atlas.describe(region);
            double neurons = scale * facts.neurons(facts.area_um2(), List.of());
            var only = params.path("action").isString() ? params.path("action").asString() : null;
            var cost = Costs.open().of(plan(context, only), neurons);
            outcome.add(Measure.of(context, "neuron_count", region, neurons, "1", 1));
            outcome.add(Measure.of(context, "time", region, cost.seconds(), "s", 1));
            outcome.add(Measure.of(context, "memory", region, cost.memory_bytes() / BYTES_PER_GB, "GB", 1));
            outcome.add(Measure.of(context, "disk", region, cost.disk_bytes() / BYTES_PER_GB, "GB", 1));
            cost.notes().forEach(note -> words.add(region + ": " + note + "."));
            facts.assumptions()
                    .forEach(a -> words.add("%s: %s %s (%s).".formatted(a.path(), a.value(), a.unit(), a.source())));
        }
        return StepOutcome.measured(
                outcome, List.of(), words.stream().distinct().toList());
    }

    /** The steps whose cost is asked about: one action, or the whole way to a wired circuit. */
    private static Plan plan(StepContext context, @Nullable String only) {
        var steps = BUILDING.stream()
                .filter(action -> only == null || action.equals(only))
                .map(action -> new Step(action, action, JsonNodeFactory.instance.objectNode(), List.of()))
                .toList();
        var plan = context.plan();
        return new Plan(
                plan.schema(),
                plan.version(),
                plan.request(),
                plan.hypothesis(),
                steps,
                List.of(),
                List.of(),
                null,
                List.of());
    }
}
