package io.brainwright.connectome.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.table.Batch;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.connectome.v1.EditRequest;
import io.brainwright.proto.connectome.v1.PathwaysRequest;
import io.brainwright.proto.fabric.v1.CellGroup;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.testkit.StageHarness;

/**
 * A small circuit wired in large and in small chunks, for tests of edits.
 *
 * @param harness where everything lies
 * @param circuit cells and morphologies
 * @param coarse synapses, in large chunks
 * @param fine the same synapses, in small ones
 */
record WiredOnce(StageHarness harness, DatasetRef circuit, DatasetRef coarse, DatasetRef fine) {
    static final EditStage STAGE = new EditStage();

    static WiredOnce wire() {
        var harness = new StageHarness();
        var circuit = ref(harness.run(new SmallCircuit(60, 80), PathwaysRequest.getDefaultInstance()));
        var request = ConnectomeRequest.newBuilder()
                .setCells(circuit)
                .setMorphologies(circuit)
                .build();
        return new WiredOnce(
                harness,
                circuit,
                ref(harness.run(new ConnectomeStage(), request)),
                ref(harness.run(new ConnectomeStage(7), request)));
    }

    static DatasetRef ref(DatasetId id) {
        return DatasetRef.newBuilder().setId(id.hex()).build();
    }

    /** An edit of the synapses that excitatory cells make. */
    EditRequest.Builder ofExcitatory() {
        return EditRequest.newBuilder()
                .setSynapses(coarse)
                .setCells(circuit)
                .setPre(CellGroup.newBuilder().setSynapseClass("EXC"));
    }

    Batch edited(EditRequest.Builder request, String table) {
        return harness.read(harness.run(STAGE, request.build()), table);
    }

    /** A table of the synapses that are edited. */
    Batch parent(String table) {
        return harness.read(new DatasetId(coarse.getId()), table);
    }
}
