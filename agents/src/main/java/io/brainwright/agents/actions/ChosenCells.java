package io.brainwright.agents.actions;

import io.brainwright.agents.run.StepContext;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.random.Draws;
import io.brainwright.proto.fabric.v1.CellGroup;
import io.brainwright.proto.fabric.v1.DatasetRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The ids of the cells that a target means, for pictures and sounds. */
final class ChosenCells {
    private ChosenCells() {}

    /**
     * Ids by rising order; where {@code count} is fewer than there are, those with the smallest draw of (seed, "render.target", id).
     *
     * @throws Problem INVALID where no cell is meant
     */
    static List<Long> ids(JsonNode target, StepContext context, DatasetRef cells) {
        var group = CellGroups.of(target);
        var table = context.datasets().read(new DatasetId(cells.getId()), "cells");
        var ids = new ArrayList<Long>();
        for (int i = 0; i < table.rowCount(); i++) {
            if (holds(group, table, i)) {
                ids.add(table.longs("node_id")[i]);
            }
        }
        if (ids.isEmpty()) {
            throw Problem.invalid(
                    "This plan cannot run.",
                    List.of(new FieldFault(
                            context.step().action() + ".target",
                            "no cell of the circuit is such: %s.".formatted(target))));
        }
        int count = target.path("count").asInt(0);
        long seed = target.path("seed").asLong(0);
        if (count > 0 && count < ids.size()) {
            ids.sort(Comparator.comparingDouble(
                    id -> Draws.of(seed, "render.target", id).nextDouble()));
            return ids.subList(0, count).stream().sorted().toList();
        }
        return ids;
    }

    private static boolean holds(CellGroup group, Batch cells, int i) {
        return (group.getLayersCount() == 0 || group.getLayersList().contains((int) cells.bytes("layer")[i]))
                && (group.getMTypesCount() == 0 || group.getMTypesList().contains(cells.texts("mtype")[i]))
                && (group.getETypesCount() == 0 || group.getETypesList().contains(cells.texts("etype")[i]))
                && (group.getSynapseClass().isEmpty()
                        || group.getSynapseClass().equals(cells.texts("synapse_class")[i]))
                && (group.getNodeIdsCount() == 0 || group.getNodeIdsList().contains(cells.longs("node_id")[i]))
                && (group.getRegionsCount() == 0 || group.getRegionsList().contains(cells.texts("region")[i]));
    }
}
