package io.brainwright.sim.service;

import com.google.protobuf.StringValue;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.sim.model.circuit.Cells;
import io.brainwright.sim.model.circuit.Contacts;
import io.brainwright.sim.model.circuit.PlacedCell;
import io.brainwright.testkit.GivenRows;
import java.util.ArrayList;
import java.util.List;

/** A stage whose rows are given: the cells, morphologies and synapses of a test. */
final class HandMade implements GivenRows<StringValue> {
    static final float DEPTH_UM = 1000;

    private static final String[] NUMBERS = {"x", "y", "z"};

    private final Batch[] rows;

    private HandMade(Batch... rows) {
        this.rows = rows;
    }

    static HandMade cells(List<PlacedCell> cells) {
        int n = cells.size();
        var columns = new ArrayList<Column>();
        var values = new ArrayList<Object>();
        add(
                columns,
                values,
                "node_id",
                ColumnType.U64,
                cells.stream().mapToLong(PlacedCell::node_id).toArray());
        for (int axis = 0; axis < 3; axis++) {
            var place = new float[n];
            for (int i = 0; i < n; i++) {
                place[i] = (float) (axis == 0 ? cells.get(i).x_um() : 0);
            }
            add(columns, values, NUMBERS[axis], ColumnType.F32, place);
        }
        for (var part : List.of("w", "x", "y", "z")) {
            var turn = new float[n];
            java.util.Arrays.fill(turn, part.equals("w") ? 1 : 0);
            add(columns, values, "orientation_" + part, ColumnType.F32, turn);
        }
        var depths = new float[n];
        java.util.Arrays.fill(depths, DEPTH_UM);
        add(columns, values, "depth_um", ColumnType.F32, depths);
        var layers = new byte[n];
        for (int i = 0; i < n; i++) {
            layers[i] = (byte) cells.get(i).layer();
        }
        add(columns, values, "layer", ColumnType.I8, layers);
        add(
                columns,
                values,
                "mtype",
                ColumnType.TEXT,
                cells.stream().map(PlacedCell::mtype).toArray(String[]::new));
        add(
                columns,
                values,
                "etype",
                ColumnType.TEXT,
                cells.stream().map(PlacedCell::etype).toArray(String[]::new));
        add(
                columns,
                values,
                "synapse_class",
                ColumnType.TEXT,
                cells.stream().map(PlacedCell::synapse_class).toArray(String[]::new));
        return new HandMade(Batch.of(new TableSchema("cells", columns), values));
    }

    static HandMade morphologies(List<PlacedCell> cells) {
        return new HandMade(MorphologyTable.toBatch(
                cells.stream().mapToLong(PlacedCell::node_id).toArray(),
                cells.stream()
                        .map(c -> c.synapse_class().equals("EXC") ? Cells.pyramid() : Cells.interneuron())
                        .toArray(Morphology[]::new)));
    }

    /** One excitatory synapse of a kind onto the first dendrite of each target. */
    static HandMade synapses(long[] source, long[] target, float conductance_nS, float delay_ms) {
        return new HandMade(contacts("synapses", source, target, conductance_nS, delay_ms));
    }

    /** Fibres with such synapses. */
    static HandMade thalamic(String[] nuclei, long[] source, long[] target, float conductance_nS, float delay_ms) {
        var columns = new ArrayList<Column>();
        var values = new ArrayList<Object>();
        add(
                columns,
                values,
                "node_id",
                ColumnType.U64,
                java.util.stream.LongStream.range(0, nuclei.length).toArray());
        add(columns, values, "nucleus", ColumnType.TEXT, nuclei);
        return new HandMade(
                Batch.of(new TableSchema("fibres", columns), values),
                contacts("thalamic_synapses", source, target, conductance_nS, delay_ms));
    }

    private static Batch contacts(String table, long[] source, long[] target, float conductance_nS, float delay_ms) {
        int n = source.length;
        var columns = new ArrayList<Column>();
        var values = new ArrayList<Object>();
        add(columns, values, "source_node_id", ColumnType.U64, source);
        add(columns, values, "target_node_id", ColumnType.U64, target);
        var section = new int[n];
        java.util.Arrays.fill(section, 2);
        add(columns, values, "afferent_section_id", ColumnType.U32, section);
        var type = new int[n];
        java.util.Arrays.fill(type, 110);
        add(columns, values, "syn_type_id", ColumnType.U32, type);
        float[] one = {0.5f, conductance_nS, 1.74f, 671, 17, 0.5f, delay_ms, 0.71f, 1.94f, 2};
        for (var number : Contacts.Number.values()) {
            var all = new float[n];
            java.util.Arrays.fill(all, one[number.ordinal()]);
            add(columns, values, number.column(), ColumnType.F32, all);
        }
        return Batch.of(new TableSchema(table, columns), values);
    }

    /** Gap junctions between somata. */
    static HandMade gapJunctions(long[] source, long[] target, float conductance_nS) {
        int n = source.length;
        var columns = new ArrayList<Column>();
        var values = new ArrayList<Object>();
        add(columns, values, "source_node_id", ColumnType.U64, source);
        add(columns, values, "target_node_id", ColumnType.U64, target);
        var middle = new float[n];
        java.util.Arrays.fill(middle, 0.5f);
        for (var side : List.of("efferent", "afferent")) {
            add(columns, values, side + "_section_id", ColumnType.U32, new int[n]);
            add(columns, values, side + "_section_pos", ColumnType.F32, middle);
        }
        var all = new float[n];
        java.util.Arrays.fill(all, conductance_nS);
        add(columns, values, "conductance", ColumnType.F32, all);
        return new HandMade(Batch.of(new TableSchema("gap_junctions", columns), values));
    }

    private static void add(List<Column> columns, List<Object> values, String name, ColumnType type, Object value) {
        columns.add(Column.of(name, type, "1", name, "made by hand"));
        values.add(value);
    }

    @Override
    public String name() {
        return "hand";
    }

    @Override
    public StringValue emptyRequest() {
        return StringValue.getDefaultInstance();
    }

    @Override
    public List<TableSchema> tables(StringValue request) {
        return java.util.Arrays.stream(rows).map(Batch::schema).toList();
    }

    @Override
    public void make(StringValue request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        for (var table : rows) {
            out.write(table);
        }
    }
}
