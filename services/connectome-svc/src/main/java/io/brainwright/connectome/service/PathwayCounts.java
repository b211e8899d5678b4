package io.brainwright.connectome.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.Pathway;
import io.brainwright.proto.connectome.v1.PathwaysRequest;
import io.brainwright.proto.connectome.v1.PathwaysResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts appositions, connections and synapses between groups of cells, a group being layer and synapse class. */
final class PathwayCounts {
    private record Group(int layer, String synapseClass) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            int byLayer = Integer.compare(layer, other.layer);
            return byLayer != 0 ? byLayer : synapseClass.compareTo(other.synapseClass);
        }
    }

    private final Map<Long, Group> groupOf = new HashMap<>();
    private final Map<Group, Map<Group, Pathway.Builder>> counts = new TreeMap<>();

    private PathwayCounts(Batch cells) {
        long[] ids = cells.longs("node_id");
        for (int i = 0; i < ids.length; i++) {
            groupOf.put(ids[i], new Group(cells.bytes("layer")[i], String.valueOf(cells.texts("synapse_class")[i])));
        }
    }

    static PathwaysResponse of(PathwaysRequest request, Datasets datasets) {
        var faults = new ArrayList<FieldFault>();
        ConnectomeRequests.checkDataset("synapses", request.getSynapses(), faults);
        ConnectomeRequests.checkDataset("cells", request.getCells(), faults);
        if (!faults.isEmpty()) {
            throw Problem.invalid("Pathways cannot be counted.", faults);
        }
        var counting = new PathwayCounts(datasets.read(ConnectomeRequests.id(request.getCells()), "cells"));
        var synapses = ConnectomeRequests.id(request.getSynapses());
        int chunks = datasets.manifest(synapses).chunks().size();
        for (int chunk = 0; chunk < chunks; chunk++) {
            counting.add(datasets.read(synapses, "connections", chunk));
        }
        return counting.response();
    }

    private void add(Batch pairs) {
        for (int i = 0; i < pairs.rowCount(); i++) {
            int synapses = pairs.ints("synapses")[i];
            var pathway = pathway(group(pairs.longs("source_node_id")[i]), group(pairs.longs("target_node_id")[i]));
            pathway.setAppositions(pathway.getAppositions() + pairs.ints("appositions")[i])
                    .setConnections(pathway.getConnections() + (synapses > 0 ? 1 : 0))
                    .setSynapses(pathway.getSynapses() + synapses);
        }
    }

    private Group group(long id) {
        var group = groupOf.get(id);
        if (group == null) {
            throw Problem.invalid(
                    "The synapses were not built on these cells.",
                    List.of(new FieldFault("cells", "has no cell %d; name the cells of the circuit.".formatted(id))));
        }
        return group;
    }

    private Pathway.Builder pathway(Group pre, Group post) {
        return counts.computeIfAbsent(pre, _ -> new TreeMap<>())
                .computeIfAbsent(
                        post,
                        _ -> Pathway.newBuilder()
                                .setPreLayer(pre.layer())
                                .setPreClass(pre.synapseClass())
                                .setPostLayer(post.layer())
                                .setPostClass(post.synapseClass()));
    }

    private PathwaysResponse response() {
        var response = PathwaysResponse.newBuilder();
        for (var byPost : counts.values()) {
            for (var pathway : byPost.values()) {
                response.addPathways(pathway);
                response.setSynapses(response.getSynapses() + pathway.getSynapses());
                response.setConnections(response.getConnections() + pathway.getConnections());
            }
        }
        return response.build();
    }
}
