package io.brainwright.agents.explain;

import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.Batch;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The cells of a placement by id. */
final class Cells {
    static final String TABLE = "cells";

    private final Batch rows;
    private final Map<Long, Integer> rowOf = new HashMap<>();

    Cells(Manifest placement, WorkspaceData data) {
        rows = data.read(placement, TABLE);
        var ids = rows.longs("node_id");
        for (int i = 0; i < ids.length; i++) {
            rowOf.put(ids[i], i);
        }
    }

    /** How many. */
    int count() {
        return rows.rowCount();
    }

    /** Its layer, 0 where there is no such cell. */
    int layer(long id) {
        var row = rowOf.get(id);
        return row == null ? 0 : rows.bytes("layer")[row];
    }

    /** "cell 17 (L4_SS)". */
    String name(long id, Telling tell) {
        var row = rowOf.get(id);
        return row == null ? tell.name("cell", id) : tell.name("cell.typed", id, rows.texts("mtype")[row]);
    }

    /** Depth below the pia, in um. */
    double depth_um(long id) {
        return rows.floats("depth_um")[Objects.requireNonNull(rowOf.get(id), "a cell of this placement")];
    }

    /** How many stand in a layer. */
    long inLayer(int layer) {
        long n = 0;
        for (byte l : rows.bytes("layer")) {
            n += l == layer ? 1 : 0;
        }
        return n;
    }

    /** The cells' rows. */
    Batch rows() {
        return rows;
    }
}
