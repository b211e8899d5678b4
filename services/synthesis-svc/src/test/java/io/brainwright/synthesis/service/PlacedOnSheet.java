package io.brainwright.synthesis.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.random.Draws;
import io.brainwright.proto.synthesis.v1.SynthesisRequest;
import io.brainwright.testkit.GivenRows;
import java.util.List;

/** Cells of some m-types in layer 5 of some regions of the sheet, in turn, as placement would hand them over. */
record PlacedOnSheet(int count, long firstId, List<String> mtypes, List<String> regions)
        implements GivenRows<SynthesisRequest> {
    private static final int LAYER_5 = 5;
    private static final TableSchema CELLS = new TableSchema(
            "cells",
            List.of(
                    Column.of("node_id", ColumnType.U64, "1", "id", "test"),
                    Column.of("x", ColumnType.F32, "um", "place", "test"),
                    Column.of("y", ColumnType.F32, "um", "place", "test"),
                    Column.of("z", ColumnType.F32, "um", "place", "test"),
                    Column.of("orientation_w", ColumnType.F32, "1", "turn", "test"),
                    Column.of("orientation_x", ColumnType.F32, "1", "turn", "test"),
                    Column.of("orientation_y", ColumnType.F32, "1", "turn", "test"),
                    Column.of("orientation_z", ColumnType.F32, "1", "turn", "test"),
                    Column.of("region", ColumnType.TEXT, "1", "region", "test"),
                    Column.of("layer", ColumnType.I8, "1", "layer", "test"),
                    Column.of("mtype", ColumnType.TEXT, "1", "m-type", "test"),
                    Column.of("depth_um", ColumnType.F32, "um", "depth", "test")));

    @Override
    public void make(SynthesisRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        var sheet = CorticalSheet.open("rat-nbs1");
        long[] ids = new long[count];
        float[][] numbers = new float[8][count];
        var region = new String[count];
        byte[] layer = new byte[count];
        var mtype = new String[count];
        for (int c = 0; c < count; c++) {
            ids[c] = firstId + c;
            layer[c] = LAYER_5;
            region[c] = regions.get((int) (ids[c] % regions.size()));
            mtype[c] = mtypes.get((int) (ids[c] % mtypes.size()));
            double[] at = new double[3];
            double[] up = new double[3];
            sheet.region(region[c]).draw(LAYER_5, 30, Draws.of(8, "test.place", ids[c]), at);
            sheet.direction(at[0], at[1], at[2], up);
            var turn = Quaternion.yTo(up[0], up[1], up[2]).times(Quaternion.aboutY(ids[c]));
            double[] row = {
                at[0], at[1], at[2], turn.w(), turn.x(), turn.y(), turn.z(), sheet.depth_um(at[0], at[1], at[2])
            };
            for (int k = 0; k < row.length; k++) {
                numbers[k][c] = (float) row[k];
            }
        }
        out.write(Batch.of(
                CELLS,
                ids,
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                numbers[4],
                numbers[5],
                numbers[6],
                region,
                layer,
                mtype,
                numbers[7]));
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
