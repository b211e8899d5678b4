package io.brainwright.agents.run;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Variant;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.ShapeKind;
import io.brainwright.proto.sim.v1.CellTarget;
import io.brainwright.proto.sim.v1.CurrentStep;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.Stimulus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a plan's steps as the stages' typed requests; references to datasets are filled in by the run. */
final class StepRequests {
    private static final double NOT_SAID = -1;

    private StepRequests() {}

    /** Parameters of the first step of an action; an empty object where the plan has none. */
    static ObjectNode params(Plan plan, String action) {
        return plan.steps(action).stream()
                .findFirst()
                .map(s -> s.params())
                .orElseGet(tools.jackson.databind.node.JsonNodeFactory.instance::objectNode);
    }

    static PlacementRequest placement(Plan plan) {
        var cells = params(plan, "placement.cells");
        var region = params(plan, "atlas.region");
        var request = PlacementRequest.newBuilder()
                .setCellCount(cells.path("count").asLong(0))
                .setDensityScale(cells.path("density_scale").asDouble(1))
                .setExcitatoryFraction(cells.path("excitatory_fraction").asDouble(NOT_SAID))
                .setSeed(cells.path("seed").asLong(0));
        region.path("layers").forEach(l -> request.addLayers(l.asInt()));
        cells.path("m_types").forEach(m -> request.addMTypes(m.asString()));
        var shape = region.path("shape");
        if (shape.path("kind").asString("").equals("whole")) {
            request.getShapeBuilder().setKind(ShapeKind.SHAPE_KIND_REGION);
        } else {
            double width_um = shape.has("radius_um")
                    ? 2 * shape.path("radius_um").asDouble()
                    : shape.path("width_um").asDouble();
            request.getShapeBuilder().setKind(ShapeKind.SHAPE_KIND_COLUMN).setWidthUm(width_um);
        }
        return request.build();
    }

    static SimRequest simulation(Plan plan, Variant variant) {
        var run = params(plan, "sim.run");
        variant.set().forEach((path, value) -> run.set(path.substring("sim.run.".length()), value));
        var request = SimRequest.newBuilder()
                .setDurationMs(run.path("duration_ms").asDouble())
                .setDtMs(run.path("dt_ms").asDouble())
                .setTemperatureDegC(run.path("temperature_degC").asDouble())
                .setCaMM(run.path("ca_mM").asDouble())
                .setMgMM(run.path("mg_mM").asDouble())
                .setSeed(run.path("seed").asLong(0));
        run.path("blocks").forEach(b -> request.addBlocks(b.asString()));
        run.path("stimuli").forEach(s -> request.addStimuli(stimulus(s)));
        return request.build();
    }

    private static Stimulus stimulus(JsonNode s) {
        return Stimulus.newBuilder()
                .setTarget(target(s.path("target")))
                .setCurrentStep(CurrentStep.newBuilder()
                        .setStartMs(s.path("time_ms").asDouble())
                        .setDurationMs(s.path("duration_ms").asDouble())
                        .setAmplitudeNA(s.path("amplitude_nA").asDouble()))
                .build();
    }

    static CellTarget target(JsonNode t) {
        var target = CellTarget.newBuilder().setCount(t.path("count").asLong(0));
        t.path("layer").forEach(l -> target.addLayers(l.asInt()));
        t.path("m_types").forEach(m -> target.addMTypes(m.asString()));
        t.path("e_types").forEach(e -> target.addETypes(e.asString()));
        t.path("cell_ids").forEach(id -> target.addNodeIds(id.asLong()));
        switch (t.path("population").asString("")) {
            case "excitatory" -> target.setSynapseClass("EXC");
            case "inhibitory" -> target.setSynapseClass("INH");
            default -> target.clearSynapseClass();
        }
        return target.build();
    }
}
