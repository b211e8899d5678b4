package io.brainwright.connectome.service;

import static io.brainwright.fabric.table.ColumnType.F32;
import static io.brainwright.fabric.table.ColumnType.U64;

import io.brainwright.connectome.model.gap.GapJunction;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The table of gap junctions, and how they lie in it. */
final class GapTables {
    private static final String SCIENCE = "gap junctions, docs/science/gap-junctions.md";

    /** One row a junction; an edge of SONATA's electrical populations has two, one for each direction. */
    static final TableSchema JUNCTIONS = new TableSchema(
            "gap_junctions",
            columns(),
            Map.of("population", "nbs1__nbs1__electrical", "order", "target, source, section, pos"));

    private GapTables() {}

    private static List<Column> columns() {
        var columns = new ArrayList<Column>();
        columns.add(Column.of("source_node_id", U64, "1", "the cell with the lower id", SCIENCE));
        columns.add(Column.of("target_node_id", U64, "1", "the other", SCIENCE));
        columns.addAll(ConnectomeTables.side("afferent", "on the target", SCIENCE));
        columns.addAll(ConnectomeTables.side("efferent", "on the source", SCIENCE));
        columns.add(Column.of("conductance", F32, "nS", "of the junction, both ways", SCIENCE));
        columns.add(Column.of("spine_length", F32, "um", "gap between the surfaces", SCIENCE));
        return columns;
    }

    static Batch rows(List<GapJunction> junctions, double conductance_nS) {
        var columns = new EdgeColumns<>(junctions)
                .longs(GapJunction::source)
                .longs(GapJunction::target)
                .sides(GapJunction::contact)
                .floats(_ -> conductance_nS)
                .floats(j -> Math.max(0, j.contact().gap_um()));
        return Batch.of(JUNCTIONS, columns.all());
    }
}
