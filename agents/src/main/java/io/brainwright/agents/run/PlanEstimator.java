package io.brainwright.agents.run;

import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.CostEstimate;
import io.brainwright.agents.plan.CostEstimate.StepCost;
import io.brainwright.agents.plan.Plan;
import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.atlas.v1.DescribeRegionRequest;
import io.brainwright.proto.atlas.v1.DescribeRegionResponse;
import io.brainwright.proto.atlas.v1.LayerFacts;
import io.brainwright.proto.placement.v1.Shape;
import io.brainwright.proto.placement.v1.ShapeKind;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Says before a run what it will cost, and refuses what cannot be: more cells than the shape holds, more memory or disk than
 * there is.
 */
public final class PlanEstimator {
    private static final double UM2_PER_MM2 = 1e6;

    private final Services services;
    private final long memory_bytes;
    private final long disk_bytes;
    private final int processors;

    /**
     * @param memory_bytes memory that a run may use
     * @param disk_bytes free disk in the workspace
     * @param processors cores
     */
    public PlanEstimator(Services services, long memory_bytes, long disk_bytes, int processors) {
        this.services = services;
        this.memory_bytes = memory_bytes;
        this.disk_bytes = disk_bytes;
        this.processors = processors;
    }

    /**
     * The plan with its cost and with what thinning does.
     *
     * @throws Problem INVALID or TOO_LARGE where it cannot run, with the largest that fits
     */
    public Plan estimate(Plan plan) {
        if (plan.steps("placement.cells").isEmpty()) {
            return plan;
        }
        var requests = new StepRequests(plan);
        var region = describe(requests);
        double held = cellsHeld(requests, region);
        double asked = requests.params("placement.cells").path("count").asDouble(0);
        if (asked > Math.floor(held)) {
            throw tooMany(requests, region, held, asked);
        }
        double cells = asked > 0 ? asked : held;
        var cost = cost(plan, requests, cells);
        requireRoom(cost, cells);
        return withThinning(plan.withEstimate(cost), asked, held);
    }

    private DescribeRegionResponse describe(StepRequests requests) {
        try {
            return services.atlas()
                    .describeRegion(DescribeRegionRequest.newBuilder()
                            .setRegion(requests.atlas().getRegion())
                            .build());
        } catch (StatusRuntimeException refused) {
            throw GrpcProblems.fromGrpc(refused);
        }
    }

    /** Neurons of the selected layers within the shape, at the plan's density. */
    private static double cellsHeld(StepRequests requests, DescribeRegionResponse region) {
        var layers = new ArrayList<Integer>();
        requests.params("atlas.region").path("layers").forEach(l -> layers.add(l.asInt()));
        double neurons = region.getLayersList().stream()
                .filter(l -> layers.isEmpty() || layers.contains(l.getLayer()))
                .mapToDouble(LayerFacts::getNeurons)
                .sum();
        double share = 1;
        Shape shape = requests.placement(io.brainwright.proto.fabric.v1.DatasetRef.getDefaultInstance())
                .getShape();
        if (shape.getKind() == ShapeKind.SHAPE_KIND_COLUMN) {
            double area_mm2 = Math.PI * shape.getWidthUm() * shape.getWidthUm() / 4 / UM2_PER_MM2;
            share = Math.min(1, area_mm2 / region.getAreaMm2());
        }
        return neurons
                * share
                * requests.params("placement.cells").path("density_scale").asDouble(1);
    }

    private static Problem tooMany(StepRequests requests, DescribeRegionResponse region, double held, double asked) {
        var width = requests.params("atlas.region").path("shape").path("width_um");
        var shape = width.isNumber() ? "A %s um wide column".formatted(width.asString()) : "The whole region";
        var fault = "%s of %s holds about %,.0f neurons at the published density; %,.0f were asked for."
                .formatted(shape, region.getRegion().getAcronym(), Math.floor(held), asked);
        return new Problem(
                Kind.INVALID,
                "MORE_CELLS_THAN_THE_SHAPE_HOLDS",
                fault,
                "Ask for at most that many, or for a wider column.",
                Map.of("held", String.valueOf((long) held), "asked", String.valueOf((long) asked)),
                List.of(new FieldFault("placement.cells.count", fault)),
                null);
    }

    private CostEstimate cost(Plan plan, StepRequests requests, double cells) {
        var steps = new ArrayList<StepCost>();
        int cores = Math.max(1, processors);
        steps.add(new StepCost("atlas", 2, 1, "regions"));
        steps.add(new StepCost("placement", 1 + cells / 200_000, cells, "cells"));
        double compartments = cells * CostModel.COMPARTMENTS_PER_CELL;
        double disk = CostModel.ATLAS_BYTES + cells * 200;
        double memory = CostModel.PLATFORM_BYTES + cells * 200;
        if (!plan.steps("synthesis.dendrites").isEmpty()) {
            steps.add(new StepCost("synthesis", cells * CostModel.GROWTH_S_PER_CELL / cores, cells, "cells"));
            disk += cells * CostModel.BYTES_PER_MORPHOLOGY * 2;
            memory += cells * CostModel.BYTES_PER_MORPHOLOGY;
        }
        if (!plan.steps("connectome.local").isEmpty()) {
            steps.add(new StepCost("connectome", cells * CostModel.WIRING_S_PER_CELL / cores, cells, "cells"));
            disk += cells * CostModel.BYTES_OF_SYNAPSES_PER_CELL * 2;
            memory += cells * CostModel.BYTES_OF_SYNAPSES_PER_CELL;
        }
        if (!plan.steps("sim.run").isEmpty()) {
            var params = requests.params("sim.run");
            double ms = params.path("duration_ms").asDouble(0);
            double dt = params.path("dt_ms").asDouble(0.025);
            int runs = Math.max(1, plan.variants().size());
            double work = compartments * ms / dt * runs;
            steps.add(new StepCost("simulation", work / CostModel.COMPARTMENT_STEPS_PER_S / cores, ms * runs, "ms"));
            disk += runs * 2 * (compartments * ms * 4 + cells * ms * 10 * 4);
            memory += compartments * CostModel.BYTES_PER_COMPARTMENT + compartments * ms * 4;
        }
        if (!plan.steps("render.image").isEmpty() || !plan.steps("render.plot").isEmpty()) {
            steps.add(new StepCost("pictures", CostModel.PICTURES_S, 2, "pictures"));
        }
        double seconds = steps.stream().mapToDouble(StepCost::seconds).sum();
        var notes = List.of("%d cores, %.0f compartments per cell; what exists already costs nothing"
                .formatted(cores, CostModel.COMPARTMENTS_PER_CELL));
        return new CostEstimate(seconds, (long) memory, (long) disk, steps, notes);
    }

    private void requireRoom(CostEstimate cost, double cells) {
        if (cost.memory_bytes() <= memory_bytes && cost.disk_bytes() <= disk_bytes) {
            return;
        }
        double fit = Math.min(
                (double) memory_bytes / cost.memory_bytes(), (double) disk_bytes / Math.max(1, cost.disk_bytes()));
        throw new Problem(
                Kind.TOO_LARGE,
                "PLAN_TOO_LARGE",
                "%,.0f cells need about %.1f GiB of memory and %.1f GiB of disk; there are %.1f GiB and %.1f GiB."
                        .formatted(
                                cells,
                                cost.memory_bytes() / 0x1p30,
                                cost.disk_bytes() / 0x1p30,
                                memory_bytes / 0x1p30,
                                disk_bytes / 0x1p30),
                "About %,.0f cells fit: ask for so many of the same shape, for a narrower column, or for fewer layers."
                        .formatted(Math.floor(cells * fit * 0.9)),
                Map.of(
                        "memory_bytes",
                        String.valueOf(cost.memory_bytes()),
                        "disk_bytes",
                        String.valueOf(cost.disk_bytes())));
    }

    private static Plan withThinning(Plan plan, double asked, double held) {
        if (asked <= 0) {
            return plan;
        }
        double fraction = Math.rint(asked / held * 1e4) / 1e4;
        var assumptions = new ArrayList<>(plan.assumptions());
        assumptions.removeIf(a -> a.path().equals("placement.cells.fraction"));
        JsonNode value = JsonNodeFactory.instance.numberNode(fraction);
        assumptions.add(new Assumption(
                "placement.cells.fraction",
                value,
                "1",
                "chosen: the shape is kept and thinned uniformly to the count asked for; a cell keeps about this share of its"
                        + " partners, so the network is weaker connected than the tissue (the shape holds about %,.0f neurons)"
                                .formatted(held),
                List.of("all cells of a narrower column")));
        return plan.withAssumptions(assumptions);
    }
}
