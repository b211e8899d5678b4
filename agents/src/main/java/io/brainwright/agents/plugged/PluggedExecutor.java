package io.brainwright.agents.plugged;

import io.brainwright.agents.plan.PluggedAction;
import io.brainwright.agents.recipe.OwnRecipe;
import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.proto.plugin.v1.PluginInput;

/** Carries out an action of a plugged-in stage: its parameters and what it reads become one typed request. */
public final class PluggedExecutor implements ActionExecutor {
    private final PluggedAction action;

    public PluggedExecutor(PluggedAction action) {
        this.action = action;
    }

    @Override
    public String action() {
        return action.name();
    }

    @Override
    public StepOutcome run(StepContext context) {
        var asked = PluggedRequests.of(action, context.params(), context.upstream("atlas.region"));
        for (var kind : action.reads()) {
            asked.addInputs(PluginInput.newBuilder().setKind(kind).setDataset(context.require(kind(kind))));
        }
        if (asked.hasTissue()) {
            OwnRecipe.give(context.plan(), "placement", asked.getTissueBuilder()::setOwnValues);
        }
        var request = asked.build();
        var made =
                context.build(action.stage(), () -> context.services().plugin().build(request));
        return action.makes().isEmpty()
                ? new OwnTables(context, action.stage(), new DatasetId(made.getId())).told()
                : StepOutcome.made(kind(action.makes()), made);
    }

    private static DatasetKind kind(String kind) {
        return switch (kind) {
            case "region" -> DatasetKind.ATLAS;
            case "cells" -> DatasetKind.CELLS;
            case "morphologies" -> DatasetKind.MORPHOLOGIES;
            case "synapses" -> DatasetKind.SYNAPSES;
            default -> throw new IllegalArgumentException("no built-in stage makes " + kind);
        };
    }
}
