package io.brainwright.connectome.service;

import static io.brainwright.fabric.table.ColumnType.F32;
import static io.brainwright.fabric.table.ColumnType.F64;
import static io.brainwright.fabric.table.ColumnType.I64;
import static io.brainwright.fabric.table.ColumnType.TEXT;
import static io.brainwright.fabric.table.ColumnType.U32;

import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import java.util.List;
import java.util.stream.Stream;

/** Columns of local synapses joined with those between regions. */
final class MidRangeTables {
    private static final String SCIENCE = "mid-range projections, docs/science/mid-range.md";

    /** As local synapses; the axon of a mid-range one has no place. */
    static final TableSchema SYNAPSES = new TableSchema(
            "synapses",
            ConnectomeTables.SYNAPSES.columns().stream()
                    .map(MidRangeTables::joined)
                    .toList(),
            ConnectomeTables.SYNAPSES.metadata());

    /** As local pairs; a pair of regions has no appositions. */
    static final TableSchema CONNECTIONS = new TableSchema(
            "connections",
            Stream.concat(
                            ConnectomeTables.CONNECTIONS.columns().stream(),
                            Stream.of(of("mid_range", U32, "1", "synapses of a projection between regions")))
                    .toList());

    /** What was wanted; in the first chunk. */
    static final TableSchema MID_RANGE = new TableSchema(
            "mid_range",
            List.of(
                    of("source", TEXT, "1", "region that sends"),
                    of("target", TEXT, "1", "region that receives"),
                    of("layer", U32, "1", "layer of the target"),
                    of("cells", I64, "1", "cells of the source that project there"),
                    of(
                            "wanted",
                            F64,
                            "1",
                            "synapses wanted on the placed cells in the layer, before pairs that touch locally are left out"),
                    of(
                            "compensation",
                            F64,
                            "1",
                            "dendrite of the region over dendrite that the image of the source reaches")));

    private MidRangeTables() {}

    private static Column joined(Column column) {
        var name = column.name();
        if (!name.startsWith("efferent_") || name.equals("efferent_section_type")) {
            return column;
        }
        var unknown = column.type() == F32 ? "NaN" : "0";
        return of(name, column.type(), column.unit(), column.description() + "; %s between regions".formatted(unknown));
    }

    private static Column of(String name, ColumnType type, String unit, String description) {
        return Column.of(name, type, unit, description, SCIENCE);
    }
}
