package io.brainwright.plugin.service;

import io.brainwright.fabric.table.ColumnType;
import io.brainwright.fabric.table.TableSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What built-in stages read of a table of cells; a plug-in that makes cells has at least these columns. */
final class CellsForm {
    static final String TABLE = "cells";
    private static final Map<String, ColumnType> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("node_id", ColumnType.U64);
        List.of("x", "y", "z", "orientation_w", "orientation_x", "orientation_y", "orientation_z", "depth_um")
                .forEach(name -> COLUMNS.put(name, ColumnType.F32));
        COLUMNS.put("layer", ColumnType.I8);
        List.of("region", "mtype", "etype", "morph_class", "synapse_class", "morphology", "model_template")
                .forEach(name -> COLUMNS.put(name, ColumnType.TEXT));
    }

    private CellsForm() {}

    /** What a schema lacks. */
    static List<String> faults(TableSchema schema) {
        var faults = new ArrayList<String>();
        COLUMNS.forEach((name, type) -> {
            var found =
                    schema.columns().stream().filter(c -> c.name().equals(name)).findFirst();
            if (found.isEmpty()) {
                faults.add("cells have no column '%s' (%s)".formatted(name, type));
            } else if (found.get().type() != type) {
                faults.add("cells have column '%s' as %s; it is %s"
                        .formatted(name, found.get().type(), type));
            }
        });
        return faults;
    }
}
