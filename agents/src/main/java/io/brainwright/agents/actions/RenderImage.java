package io.brainwright.agents.actions;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.proto.render.v1.RenderRequest;
import java.util.List;

/** Draws the tissue in space; by voltage, at the frame in which most compartments of the first run are active. */
final class RenderImage implements ActionExecutor {
    @Override
    public String action() {
        return "render.image";
    }

    @Override
    public Scope scope() {
        return Scope.ONCE;
    }

    @Override
    public StepOutcome run(StepContext context) {
        var params = context.params();
        var runs = context.runs();
        var request = RenderRequest.newBuilder();
        if (runs.isEmpty()) {
            request.setCells(context.require(DatasetKind.CELLS))
                    .setMorphologies(context.require(DatasetKind.MORPHOLOGIES));
        } else {
            var run = runs.getFirst();
            request.setCells(run.cells()).setMorphologies(run.morphologies()).setSimulation(run.simulation());
        }
        var colour = params.path("colour_by").asString("");
        if (colour.equals("v") && runs.isEmpty()) {
            throw SimAnalyse.nothingSimulated(context);
        }
        request.getStillBuilder().setColourBy(colour);
        if (params.path("target").isObject()) {
            request.getStillBuilder()
                    .addAllNodeIds(ChosenCells.ids(params.path("target"), context, request.getCells()));
        }
        context.input(DatasetKind.VESSELS).ifPresent(request.getStillBuilder()::setVessels);
        Pictures.size(params, request);
        return StepOutcome.wrote(List.of(Pictures.draw(context, request.build(), "column.png")));
    }
}
