package io.brainwright.synthesis.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.proto.synthesis.v1.SynthesisRequest;
import io.brainwright.testkit.GivenRows;
import java.util.Arrays;
import java.util.List;

/** Layer 5 pyramidal cells at known depths, as placement would hand them over. */
record PlacedL5(int count, long firstId) implements GivenRows<SynthesisRequest> {
    private static final TableSchema CELLS = new TableSchema(
            "cells",
            List.of(
                    Column.of("node_id", ColumnType.U64, "1", "id", "test"),
                    Column.of("layer", ColumnType.I8, "1", "layer", "test"),
                    Column.of("mtype", ColumnType.TEXT, "1", "m-type", "test"),
                    Column.of("depth_um", ColumnType.F32, "um", "depth", "test")));

    float depth_um(int cell) {
        return 870 + (firstId + cell) * 37 % 500;
    }

    @Override
    public void make(SynthesisRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        long[] ids = new long[count];
        byte[] layer = new byte[count];
        var mtype = new String[count];
        float[] depth = new float[count];
        Arrays.fill(layer, (byte) 5);
        for (int c = 0; c < count; c++) {
            ids[c] = firstId + c;
            mtype[c] = "L5_TPC:" + "ABC".charAt((int) (ids[c] % 3));
            depth[c] = depth_um(c);
        }
        out.write(Batch.of(CELLS, ids, layer, mtype, depth));
    }

    @Override
    public String name() {
        return "placed";
    }

    @Override
    public SynthesisRequest emptyRequest() {
        return SynthesisRequest.getDefaultInstance();
    }

    @Override
    public List<TableSchema> tables(SynthesisRequest request) {
        return List.of(CELLS);
    }
}
