package io.brainwright.agents.actions;

import io.brainwright.agents.run.StepContext;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.sim.v1.CellTarget;
import java.util.List;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** Which cells a stimulus or an analysis means, as the simulator takes it. */
final class CellTargets {
    private CellTargets() {}

    /**
     * @param target the plan's target; a region becomes the ids of its cells
     * @param cells the placed cells
     */
    static CellTarget of(JsonNode target, StepContext context, DatasetRef cells) {
        var group = CellGroups.of(
                target.isObject() ? target : tools.jackson.databind.node.JsonNodeFactory.instance.objectNode());
        var builder = CellTarget.newBuilder()
                .addAllLayers(group.getLayersList())
                .addAllMTypes(group.getMTypesList())
                .addAllETypes(group.getETypesList())
                .setSynapseClass(group.getSynapseClass())
                .addAllNodeIds(group.getNodeIdsList())
                .setCount(target.path("count").asLong(0));
        if (group.getRegionsCount() > 0) {
            var inside = within(group.getRegionsList(), context, cells);
            builder.clearNodeIds();
            inside.filter(id -> group.getNodeIdsCount() == 0
                            || group.getNodeIdsList().contains(id))
                    .forEach(builder::addNodeIds);
            if (builder.getNodeIdsCount() == 0) {
                throw Problem.invalid(
                        "This plan cannot run.",
                        List.of(new FieldFault(
                                "target.region", "no cell of the circuit lies in " + group.getRegionsList() + ".")));
            }
        }
        return builder.build();
    }

    private static LongStream within(List<String> regions, StepContext context, DatasetRef cells) {
        var table = context.datasets().read(new DatasetId(cells.getId()), "cells");
        var ids = table.longs("node_id");
        var where = table.texts("region");
        return java.util.stream.IntStream.range(0, ids.length)
                .filter(i -> regions.contains(where[i]))
                .mapToLong(i -> ids[i]);
    }
}
