package io.brainwright.agents.run;

import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Step;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.Shape;
import io.brainwright.proto.placement.v1.ShapeKind;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.proto.sim.v1.CellTarget;
import io.brainwright.proto.sim.v1.CurrentStep;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.Stimulus;
import io.brainwright.proto.synthesis.v1.SynthesisRequest;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Typed requests from the parameters of a plan's steps. What a plan does not say is left to the service's defaults. */
final class StepRequests {
    private final Plan plan;

    StepRequests(Plan plan) {
        this.plan = plan;
    }

    /** Parameters of the only step of an action; an empty object where the plan has none. */
    JsonNode params(String action) {
        var steps = plan.steps(action);
        return steps.isEmpty()
                ? JsonNodeFactory.instance.objectNode()
                : steps.getFirst().params();
    }

    AtlasRequest atlas() {
        var region = params("atlas.region").path("region");
        if (region.isArray() && region.size() == 1) {
            region = region.get(0);
        }
        if (!region.isString()) {
            throw Problem.invalid(
                    "This plan cannot run.",
                    List.of(new FieldFault(
                            "atlas.region.region", "must name one region; %s does not.".formatted(region))));
        }
        return AtlasRequest.newBuilder().setRegion(region.asString()).build();
    }

    PlacementRequest placement(DatasetRef atlas) {
        var where = params("atlas.region");
        var cells = params("placement.cells");
        var request = PlacementRequest.newBuilder()
                .setAtlas(atlas)
                .setShape(shape(where.path("shape")))
                .setCellCount(cells.path("count").asLong(0))
                .setDensityScale(cells.path("density_scale").asDouble(0))
                .setExcitatoryFraction(cells.path("excitatory_fraction").asDouble(-1))
                .setSeed(cells.path("seed").asLong(0));
        where.path("layers").forEach(layer -> request.addLayers(layer.asInt()));
        cells.path("m_types").forEach(type -> request.addMTypes(type.asString()));
        return request.build();
    }

    SynthesisRequest synthesis(DatasetRef cells) {
        return SynthesisRequest.newBuilder()
                .setCells(cells)
                .setSeed(params("synthesis.dendrites").path("seed").asLong(0))
                .setWithoutAxons(plan.steps("synthesis.axons").isEmpty())
                .build();
    }

    ConnectomeRequest connectome(DatasetRef cells, DatasetRef morphologies) {
        var reach = params("connectome.local").path("touch_distance_um");
        return ConnectomeRequest.newBuilder()
                .setCells(cells)
                .setMorphologies(morphologies)
                .setTouchDistanceExcUm(reach.path("excitatory").asDouble(0))
                .setTouchDistanceInhUm(reach.path("inhibitory").asDouble(0))
                .build();
    }

    /** The simulation of one variant; {@code params} are those of sim.run with the variant's values set. */
    SimRequest simulation(JsonNode params, Inputs inputs) {
        var request = SimRequest.newBuilder()
                .setCells(inputs.cells())
                .setMorphologies(inputs.morphologies())
                .setDurationMs(params.path("duration_ms").asDouble(0))
                .setDtMs(params.path("dt_ms").asDouble(0))
                .setTemperatureDegC(params.path("temperature_degC").asDouble(0))
                .setCaMM(params.path("ca_mM").asDouble(0))
                .setMgMM(params.path("mg_mM").asDouble(0))
                .setSeed(params.path("seed").asLong(0))
                .setBackend("auto");
        if (inputs.synapses() != null) {
            request.setSynapses(inputs.synapses());
        }
        params.path("blocks").forEach(receptor -> request.addBlocks(receptor.asString()));
        params.path("stimuli").forEach(stimulus -> request.addStimuli(stimulus(stimulus)));
        return request.build();
    }

    /** Datasets that a simulation stands on. */
    record Inputs(
            DatasetRef cells,
            DatasetRef morphologies,
            @org.jspecify.annotations.Nullable DatasetRef synapses) {}

    RenderRequest.Builder still(Step step, Inputs inputs) {
        var builder = RenderRequest.newBuilder().setCells(inputs.cells()).setMorphologies(inputs.morphologies());
        builder.getStillBuilder().setColourBy(step.params().path("colour_by").asString(""));
        size(step.params().path("resolution"), builder);
        return builder;
    }

    /** Targets of all stimuli, to tell driven cells from the rest. */
    List<CellTarget> targets() {
        var targets = new ArrayList<CellTarget>();
        params("sim.run").path("stimuli").forEach(s -> targets.add(target(s.path("target"))));
        return targets;
    }

    /** Onsets of all stimuli, ms. */
    List<Double> onsets_ms() {
        var onsets = new ArrayList<Double>();
        params("sim.run").path("stimuli").forEach(s -> onsets.add(onset_ms(s)));
        return onsets;
    }

    private static double onset_ms(JsonNode stimulus) {
        return stimulus.path("time_ms").asDouble(stimulus.path("delay_ms").asDouble(0));
    }

    private static void size(JsonNode resolution, RenderRequest.Builder builder) {
        if (resolution.size() == 2) {
            builder.setWidthPx(resolution.get(0).asInt())
                    .setHeightPx(resolution.get(1).asInt());
        }
    }

    private static Shape shape(JsonNode shape) {
        return switch (shape.path("kind").asString("whole")) {
            case "column" ->
                Shape.newBuilder()
                        .setKind(ShapeKind.SHAPE_KIND_COLUMN)
                        .setWidthUm(shape.path("width_um")
                                .asDouble(2 * shape.path("radius_um").asDouble(0)))
                        .build();
            default -> Shape.newBuilder().setKind(ShapeKind.SHAPE_KIND_REGION).build();
        };
    }

    private static Stimulus stimulus(JsonNode stimulus) {
        var kind = stimulus.path("kind").asString();
        if (!kind.equals("current_step")) {
            throw Problem.invalid(
                    "This plan cannot run.",
                    List.of(new FieldFault(
                            "sim.run.stimuli.kind",
                            "is '%s', which is not available yet; current_step is.".formatted(kind))));
        }
        return Stimulus.newBuilder()
                .setTarget(target(stimulus.path("target")))
                .setCurrentStep(CurrentStep.newBuilder()
                        .setStartMs(onset_ms(stimulus))
                        .setDurationMs(stimulus.path("duration_ms").asDouble(0))
                        .setAmplitudeNA(stimulus.path("amplitude_nA").asDouble(0)))
                .build();
    }

    private static CellTarget target(JsonNode target) {
        var builder = CellTarget.newBuilder().setCount(target.path("count").asLong(0));
        target.path("layer").forEach(layer -> builder.addLayers(layer.asInt()));
        target.path("m_types").forEach(type -> builder.addMTypes(type.asString()));
        target.path("e_types").forEach(type -> builder.addETypes(type.asString()));
        target.path("cell_ids").forEach(id -> builder.addNodeIds(id.asLong()));
        switch (target.path("population").asString("all")) {
            case "excitatory" -> builder.setSynapseClass("EXC");
            case "inhibitory" -> builder.setSynapseClass("INH");
            default -> builder.clearSynapseClass();
        }
        return builder.build();
    }
}
