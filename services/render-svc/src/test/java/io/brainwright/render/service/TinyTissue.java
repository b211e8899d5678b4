package io.brainwright.render.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.testkit.GivenRows;
import java.util.List;

/** Two cells with an apical dendrite each, and a pulse that climbs them; all tables in one dataset. */
final class TinyTissue implements GivenRows<RenderRequest> {
    private static final int COMPARTMENTS = 4;
    private static final int FRAMES = 41;
    private static final TableSchema CELLS = new TableSchema(
            "cells",
            List.of(
                    of("node_id", ColumnType.U64),
                    of("x", ColumnType.F32),
                    of("y", ColumnType.F32),
                    of("z", ColumnType.F32),
                    of("orientation_w", ColumnType.F32),
                    of("orientation_x", ColumnType.F32),
                    of("orientation_y", ColumnType.F32),
                    of("orientation_z", ColumnType.F32),
                    of("layer", ColumnType.I8),
                    of("mtype", ColumnType.TEXT),
                    of("synapse_class", ColumnType.TEXT),
                    of("etype", ColumnType.TEXT),
                    of("region", ColumnType.TEXT)));
    private static final TableSchema SPIKES =
            new TableSchema("spikes", List.of(of("timestamps", ColumnType.F64), of("node_ids", ColumnType.U64)));
    private static final TableSchema SOMA = report("soma_report");
    private static final TableSchema REPORT = report("compartment_report");
    private static final TableSchema WHERE = new TableSchema(
            "compartments",
            List.of(
                    of("node_id", ColumnType.U64),
                    of("section_id", ColumnType.U32),
                    of("section_pos", ColumnType.F32)));

    /** How many compartments each frame of the report has; another number than {@code compartments} has rows is a fault. */
    private final int values;

    TinyTissue(int values) {
        this.values = values;
    }

    static TinyTissue sound() {
        return new TinyTissue(2 * COMPARTMENTS);
    }

    private static Column of(String name, ColumnType type) {
        return Column.of(name, type, "1", "for a test", "test");
    }

    private static TableSchema report(String name) {
        return new TableSchema(
                name,
                List.of(of("frame", ColumnType.I64), of("time_ms", ColumnType.F64), of("values", ColumnType.F32_LIST)));
    }

    @Override
    public String name() {
        return "tissue" + values;
    }

    @Override
    public RenderRequest emptyRequest() {
        return RenderRequest.getDefaultInstance();
    }

    @Override
    public List<TableSchema> tables(RenderRequest request) {
        return List.of(CELLS, MorphologyTable.SCHEMA, SPIKES, SOMA, REPORT, WHERE);
    }

    @Override
    public void make(RenderRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        float[] nought = new float[2];
        out.write(Batch.of(
                CELLS,
                new long[] {0, 1},
                new float[] {-60, 60},
                nought,
                nought,
                new float[] {1, 1},
                nought,
                nought,
                nought,
                new byte[] {5, 4},
                new String[] {"L5_TPC", "L4_BC"},
                new String[] {"EXC", "INH"},
                new String[] {"cAD", "cNAC"},
                new String[] {"S1", "S1"}));
        out.write(MorphologyTable.toBatch(new long[] {0, 1}, new Morphology[] {shape(), shape()}));
        out.write(Batch.of(SPIKES, new double[] {1, 2.5}, new long[] {0, 1}));
        double[] times = new double[FRAMES];
        long[] numbers = new long[FRAMES];
        float[][] soma = new float[FRAMES][2];
        float[][] v = new float[FRAMES][values];
        for (int f = 0; f < FRAMES; f++) {
            numbers[f] = f;
            times[f] = f * 0.1;
            for (int c = 0; c < values; c++) {
                v[f][c] = Math.abs(f - 10 * (c % COMPARTMENTS) - 5) < 5 ? 30 : -72;
            }
        }
        out.write(Batch.of(SOMA, numbers, times, soma));
        out.write(Batch.of(REPORT, numbers, times, v));
        out.write(Batch.of(WHERE, new long[] {0, 0, 0, 0, 1, 1, 1, 1}, new int[] {1, 1, 1, 1, 1, 1, 1, 1}, new float[] {
            .1f, .4f, .6f, .9f, .1f, .4f, .6f, .9f
        }));
        out.progress(2, "");
    }

    private static Morphology shape() {
        return new Morphology(
                new float[] {0, 0, 5, 0},
                new float[] {0, 8, 200, 400},
                new float[4],
                new float[] {16, 4, 3, 2},
                new int[] {-1, 0},
                new byte[] {1, 4},
                new int[] {0, 1, 4});
    }
}
