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
import java.util.List;

/** Astrocytes in cubes of 40 um, side by side, as placement would hand them over; or one foot of each, 12 um from its soma. */
record GivenAstrocytes(int count, long firstId, boolean feet) implements GivenRows<SynthesisRequest> {
    private static final float EDGE_UM = 40;
    private static final TableSchema GLIA = new TableSchema(
            "glia",
            List.of(
                    Column.of("glia_id", ColumnType.U64, "1", "id", "test"),
                    Column.of("x", ColumnType.F32, "um", "place", "test"),
                    Column.of("y", ColumnType.F32, "um", "place", "test"),
                    Column.of("z", ColumnType.F32, "um", "place", "test"),
                    Column.of("layer", ColumnType.I8, "1", "layer", "test"),
                    Column.of("radius_um", ColumnType.F32, "um", "radius", "test")));
    private static final TableSchema DOMAINS = new TableSchema(
            "astrocyte_domains",
            List.of(
                    Column.of("glia_id", ColumnType.U64, "1", "id", "test"),
                    Column.of("corners_um", ColumnType.F32_LIST, "um", "corners", "test")));
    private static final TableSchema FEET = new TableSchema(
            "endfeet",
            List.of(
                    Column.of("target_node_id", ColumnType.U64, "1", "astrocyte", "test"),
                    Column.of("endfoot_surface_x", ColumnType.F32, "um", "place", "test"),
                    Column.of("endfoot_surface_y", ColumnType.F32, "um", "place", "test"),
                    Column.of("endfoot_surface_z", ColumnType.F32, "um", "place", "test")));

    @Override
    public void make(SynthesisRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        long[] ids = new long[count];
        float[][] at = new float[3][count];
        byte[] layer = new byte[count];
        float[] radius = new float[count];
        float[][] corners = new float[count][24];
        for (int c = 0; c < count; c++) {
            ids[c] = firstId + c;
            at[0][c] = EDGE_UM * ids[c] + (feet ? 12 : 0);
            at[1][c] = -500;
            layer[c] = 3;
            radius[c] = 5.5f;
            for (int k = 0; k < 24; k++) {
                float half = (((k / 3) >> (k % 3)) & 1) == 0 ? -EDGE_UM / 2 : EDGE_UM / 2;
                corners[c][k] = (k % 3 == 0 ? EDGE_UM * ids[c] : k % 3 == 1 ? -500 : 0) + half;
            }
        }
        if (feet) {
            out.write(Batch.of(FEET, ids, at[0], at[1], at[2]));
        } else {
            out.write(Batch.of(GLIA, ids, at[0], at[1], at[2], layer, radius));
            out.write(Batch.of(DOMAINS, ids, corners));
        }
    }

    @Override
    public String name() {
        return feet ? "feet" : "placed";
    }

    @Override
    public SynthesisRequest emptyRequest() {
        return SynthesisRequest.getDefaultInstance();
    }

    @Override
    public List<TableSchema> tables(SynthesisRequest request) {
        return feet ? List.of(FEET) : List.of(GLIA, DOMAINS);
    }
}
