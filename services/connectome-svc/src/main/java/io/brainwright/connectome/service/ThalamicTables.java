package io.brainwright.connectome.service;

import static io.brainwright.fabric.table.ColumnType.F32;
import static io.brainwright.fabric.table.ColumnType.F64;
import static io.brainwright.fabric.table.ColumnType.TEXT;
import static io.brainwright.fabric.table.ColumnType.U32;
import static io.brainwright.fabric.table.ColumnType.U64;

import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import java.util.List;
import java.util.Map;

/** Columns of the thalamic tables: fibres are virtual nodes of their own population, so no table bears the name of a cortical one. */
final class ThalamicTables {
    private static final String SCIENCE = "thalamic fibres, docs/science/thalamic-fibres.md";

    static final TableSchema FIBRES = new TableSchema(
            "fibres",
            List.of(
                    of("node_id", U64, "1", "id of the fibre, a virtual node; VPM first, then POm"),
                    of("nucleus", TEXT, "1", "VPM or POm"),
                    of("x", F32, "um", "where it enters, at the bottom of the cortex"),
                    of("y", F32, "um", "where it enters, at the bottom of the cortex"),
                    of("z", F32, "um", "where it enters, at the bottom of the cortex"),
                    of("direction_x", F32, "1", "unit vector along it, pia-ward"),
                    of("direction_y", F32, "1", "unit vector along it, pia-ward"),
                    of("direction_z", F32, "1", "unit vector along it, pia-ward")),
            Map.of("population", "thalamus", "model_type", "virtual"));

    /** As cortical synapses, without the places on an axon that is no morphology. */
    static final TableSchema SYNAPSES = new TableSchema(
            "thalamic_synapses",
            ConnectomeTables.SYNAPSES.columns().stream()
                    .filter(c -> !c.name().startsWith("efferent_") || c.name().equals("efferent_section_type"))
                    .filter(c -> !c.name().equals("spine_length"))
                    .toList(),
            Map.of("population", "thalamus__nbs1__chemical", "order", "target, source, section, pos"));

    static final TableSchema CONNECTIONS = new TableSchema(
            "thalamic_connections",
            List.of(
                    of("source_node_id", U64, "1", "the fibre"),
                    of("target_node_id", U64, "1", "the cell"),
                    of("drawn", U32, "1", "synapses before weak connections went"),
                    of("removed_by_cut", U32, "1", "gone with a weak connection"),
                    of("synapses", U32, "1", "what stays")));

    /** What was wanted by depth; whole circuit, in the first chunk. */
    static final TableSchema PROFILE = new TableSchema(
            "profile",
            List.of(
                    of("nucleus", TEXT, "1", "VPM or POm"),
                    of("top_um", F64, "um", "upper border of the bin, below the pia"),
                    of("bottom_um", F64, "um", "lower border of the bin"),
                    of("wanted_per_um3", F64, "1/um3", "synapses per volume of the full tissue"),
                    of("volume_um3", F64, "um3", "tissue in the bin"),
                    of("dendrite_um", F64, "um", "dendrite of the placed cells in the bin; 0: out of reach"),
                    of("wanted", F64, "1", "synapses wanted of the placed cells")));

    private ThalamicTables() {}

    private static Column of(String name, ColumnType type, String unit, String description) {
        return Column.of(name, type, unit, description, SCIENCE);
    }
}
