package io.brainwright.connectome.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.random.Draws;
import io.brainwright.proto.connectome.v1.PathwaysRequest;
import io.brainwright.testkit.GivenRows;
import java.util.ArrayList;
import java.util.List;

/** A circuit of random-walk neurites in a box, as a stage of two tables, so that the harness keeps it. The seed is unused. */
final class SmallCircuit implements GivenRows<PathwaysRequest> {
    private static final String[] MTYPES = {"L5_TPC:A", "L5_TPC:A", "L4_SSC", "L23_LBC", "L5_MC", "L23_CHC"};

    static final TableSchema CELLS = new TableSchema(
            "cells",
            List.of(
                    column("node_id", ColumnType.U64),
                    column("x", ColumnType.F32),
                    column("y", ColumnType.F32),
                    column("z", ColumnType.F32),
                    column("orientation_w", ColumnType.F32),
                    column("orientation_x", ColumnType.F32),
                    column("orientation_y", ColumnType.F32),
                    column("orientation_z", ColumnType.F32),
                    column("layer", ColumnType.I8),
                    column("mtype", ColumnType.TEXT),
                    column("synapse_class", ColumnType.TEXT)));

    private final int count;
    private final double width_um;
    private final boolean axons;

    SmallCircuit(int count, double width_um) {
        this(count, width_um, true);
    }

    /** @param axons whether cells have axons; else those are dendrites too */
    SmallCircuit(int count, double width_um, boolean axons) {
        this.count = count;
        this.width_um = width_um;
        this.axons = axons;
    }

    private static Column column(String name, ColumnType type) {
        return Column.of(name, type, "1", name, "test");
    }

    static String mtype(long id) {
        return MTYPES[(int) (id % MTYPES.length)];
    }

    static boolean inhibitory(long id) {
        return id % MTYPES.length > 2;
    }

    @Override
    public String name() {
        return "small-circuit";
    }

    @Override
    public PathwaysRequest emptyRequest() {
        return PathwaysRequest.getDefaultInstance();
    }

    @Override
    public List<TableSchema> tables(PathwaysRequest request) {
        return List.of(CELLS, MorphologyTable.SCHEMA);
    }

    @Override
    public List<ChunkSpec> chunks(PathwaysRequest request, Datasets inputs) {
        return List.of(
                new ChunkSpec(0, "first half", 0, count / 2, count / 2),
                new ChunkSpec(1, "second half", count / 2, count, count - count / 2));
    }

    @Override
    public void make(PathwaysRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        int n = (int) (chunk.end() - chunk.first());
        long[] ids = new long[n];
        float[][] place = new float[3][n];
        float[][] turn = new float[4][n];
        byte[] layer = new byte[n];
        String[] mtypes = new String[n];
        String[] classes = new String[n];
        var shapes = new Morphology[n];
        for (int i = 0; i < n; i++) {
            ids[i] = chunk.first() + i;
            var draws = Draws.of(1, "test.cell", ids[i]);
            for (int k = 0; k < 3; k++) {
                place[k][i] = (float) draws.uniform(0, width_um);
            }
            double angle = draws.uniform(0, 3);
            turn[0][i] = (float) Math.cos(angle);
            turn[2][i] = (float) Math.sin(angle);
            mtypes[i] = mtype(ids[i]);
            layer[i] = (byte) (mtypes[i].charAt(1) - '0');
            classes[i] = inhibitory(ids[i]) ? "INH" : "EXC";
            shapes[i] = shape(draws, axons);
        }
        out.write(Batch.of(
                CELLS, ids, place[0], place[1], place[2], turn[0], turn[1], turn[2], turn[3], layer, mtypes, classes));
        out.write(MorphologyTable.toBatch(ids, shapes));
    }

    /** One soma; an axon of 12 sections, 5 dendrites; every section a random walk of 3 um steps. */
    static Morphology shape(Draws draws) {
        return shape(draws, true);
    }

    private static Morphology shape(Draws draws, boolean withAxon) {
        var points = new ArrayList<float[]>();
        points.add(new float[] {0, 0, 0, 12});
        int axons = 12;
        int dendrites = 5;
        int[] parent = new int[1 + axons + dendrites];
        byte[] type = new byte[parent.length];
        int[] first = new int[parent.length + 1];
        parent[0] = -1;
        type[0] = SectionType.SOMA;
        first[1] = 1;
        int[] last = new int[parent.length];
        for (int s = 1; s < parent.length; s++) {
            boolean axon = s <= axons;
            parent[s] = axon ? s / 2 : 0;
            type[s] = axon && withAxon
                    ? SectionType.AXON
                    : s == parent.length - 1 ? SectionType.APICAL : SectionType.BASAL;
            float[] at = parent[s] == 0 ? new float[] {0, 6, 0, axon ? 0.6f : 2} : points.get(last[parent[s]]);
            walk(points, at, draws, axon ? 40 : 30);
            last[s] = points.size() - 1;
            first[s + 1] = points.size();
        }
        float[][] columns = new float[4][points.size()];
        for (int p = 0; p < points.size(); p++) {
            for (int k = 0; k < 4; k++) {
                columns[k][p] = points.get(p)[k];
            }
        }
        return new Morphology(columns[0], columns[1], columns[2], columns[3], parent, type, first);
    }

    private static void walk(List<float[]> points, float[] from, Draws draws, int steps) {
        points.add(from.clone());
        double[] heading = new double[3];
        double[] turn = new double[3];
        draws.direction(heading);
        float[] at = from;
        for (int i = 0; i < steps; i++) {
            draws.direction(turn);
            double norm = 0;
            for (int k = 0; k < 3; k++) {
                heading[k] += 0.4 * turn[k];
                norm += heading[k] * heading[k];
            }
            float[] next = at.clone();
            for (int k = 0; k < 3; k++) {
                heading[k] /= Math.sqrt(norm);
                next[k] += (float) (3 * heading[k]);
            }
            points.add(next);
            at = next;
        }
    }
}
