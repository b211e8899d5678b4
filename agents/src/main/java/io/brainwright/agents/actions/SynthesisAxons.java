package io.brainwright.agents.actions;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.synthesis.v1.LongRangeAxons;
import io.brainwright.proto.synthesis.v1.SynthesisRequest;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Grows the cells with axons to other regions; local axons grow with the dendrites already. */
final class SynthesisAxons implements ActionExecutor {
    private static final String CHOSEN =
            "Each axon ends in two tufts per region. Their number, places and layers, and what the white matter costs"
                    + " beside grey matter, are chosen, not measured (docs/science/long-range-axons.md).";
    private static final String WIRED =
            "Where such an axon touches placed cells of a target region it is wired by the rules of local synapses;"
                    + " its delay counts the whole path at the speed of thin axons. Where no cells are placed, nothing is"
                    + " wired.";

    @Override
    public String action() {
        return "synthesis.axons";
    }

    @Override
    public StepOutcome run(StepContext context) {
        var params = context.params();
        if (!params.path("scope").asString("local").equals("long_range")) {
            return StepOutcome.nothing();
        }
        var request = SynthesisRequest.newBuilder()
                .setCells(context.require(DatasetKind.CELLS))
                .setSeed(context.upstream("synthesis.dendrites").path("seed").asLong(0))
                .setLongRange(longRange(params))
                .build();
        var made =
                context.build("synthesis", () -> context.services().synthesis().build(request));
        return new StepOutcome(
                Map.of(DatasetKind.MORPHOLOGIES, made), List.of(), List.of(), List.of(CHOSEN, WIRED), List.of());
    }

    static LongRangeAxons longRange(ObjectNode params) {
        var asked = LongRangeAxons.newBuilder();
        params.path("targets").forEach(target -> asked.addTargets(target.asString()));
        if (asked.getTargetsCount() == 0) {
            throw Problem.invalid(
                    "This plan cannot run.",
                    List.of(new FieldFault(
                            "synthesis.axons.targets", "is empty; say which regions the long-range axons go to.")));
        }
        params.path("m_types").forEach(type -> asked.addMTypes(type.asString()));
        if (asked.getMTypesCount() == 0 && params.path("m_class").isString()) {
            asked.addAllMTypes(CellClasses.mTypes(params.path("m_class").asString(), "synthesis.axons.m_class"));
        }
        return asked.build();
    }
}
