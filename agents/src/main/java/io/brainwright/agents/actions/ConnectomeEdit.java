package io.brainwright.agents.actions;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.ByModel;
import io.brainwright.proto.connectome.v1.EditRequest;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Manipulates the synapses: a new dataset with the old one as its parent. */
final class ConnectomeEdit implements ActionExecutor {
    @Override
    public String action() {
        return "connectome.edit";
    }

    @Override
    public StepOutcome run(StepContext context) {
        var params = context.params();
        var request = EditRequest.newBuilder()
                .setSynapses(context.require(DatasetKind.SYNAPSES))
                .setCells(context.require(DatasetKind.CELLS))
                .setPre(CellGroups.of(params.path("pre")))
                .setPost(CellGroups.of(params.path("post")))
                .setSeed(params.path("seed").asLong(0));
        switch (params.path("op").asString("")) {
            case "disconnect" -> request.setRemoveFraction(1);
            case "remove" -> request.setRemoveFraction(said(params, "fraction"));
            case "scale_weight" -> request.setWeightFactor(said(params, "factor"));
            case "set_delay" -> request.setDelayMs(said(params, "delay_ms"));
            case "rewire" ->
                request.setRewire(byModel(params, params.path("fraction").asDouble(1)));
            case "add" -> request.setAdd(byModel(params, said(params, "fraction")));
            default ->
                throw fault(
                        "op",
                        "is %s; it can be disconnect, remove, add, rewire, scale_weight or set_delay."
                                .formatted(params.path("op")));
        }
        var edited = context.build(
                "connectome edit", () -> context.services().connectome().edit(request.build()));
        boolean structure = !request.hasWeightFactor() && !request.hasDelayMs();
        return structure
                ? new BeforeAndAfter(context, request).of(edited)
                : StepOutcome.made(DatasetKind.SYNAPSES, edited);
    }

    private static ByModel byModel(JsonNode params, double fraction) {
        return ByModel.newBuilder()
                .setModel(params.path("model").asString(""))
                .setFraction(fraction)
                .build();
    }

    private static double said(JsonNode params, String name) {
        if (!params.path(name).isNumber()) {
            throw fault(
                    name,
                    "is missing; '%s' needs it.".formatted(params.path("op").asString("")));
        }
        return params.path(name).asDouble();
    }

    private static Problem fault(String name, String what) {
        return Problem.invalid(
                "The synapses cannot be edited so.", List.of(new FieldFault("connectome.edit." + name, what)));
    }
}
