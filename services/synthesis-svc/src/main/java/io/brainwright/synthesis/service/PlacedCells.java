package io.brainwright.synthesis.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.synthesis.model.growth.CellFrame;
import java.util.Arrays;
import java.util.Map;

/** The columns of placed cells that growth asks for, of one range of rows. */
record PlacedCells(Batch batch, int first, int size) {
    static final String TABLE = "cells";

    /** Rows {@code from .. to-1} of the table, in the dataset's order; only the chunks that hold them are read. */
    static PlacedCells read(Datasets inputs, DatasetId id, long from, long to) {
        var manifest = inputs.manifest(id);
        var columns = manifest.table(TABLE).columns();
        if (columns.stream().noneMatch(c -> c.name().equals("depth_um"))) {
            throw new Problem(
                    Kind.INVALID,
                    "CELLS_WITHOUT_DEPTH",
                    "The cells %s have no column 'depth_um'.".formatted(id.brief()),
                    "Growth needs the depth of each soma under the pia; place the cells with this version.",
                    Map.of("dataset", id.hex()));
        }
        var parts = new java.util.ArrayList<Batch>();
        long at = 0;
        long skipped = -1;
        for (int c = 0; c < manifest.chunks().size() && at < to; c++) {
            var chunk = inputs.read(id, TABLE, c);
            if (at + chunk.rowCount() > from) {
                skipped = skipped < 0 ? at : skipped;
                parts.add(chunk);
            }
            at += chunk.rowCount();
        }
        return new PlacedCells(Batch.concat(manifest.table(TABLE), parts), (int) (from - skipped), (int) (to - from));
    }

    long[] nodeIds() {
        return Arrays.copyOfRange(batch.longs("node_id"), first, first + size);
    }

    long nodeId(int cell) {
        return batch.longs("node_id")[first + cell];
    }

    String mtype(int cell) {
        return batch.texts("mtype")[first + cell];
    }

    int layer(int cell) {
        return batch.bytes("layer")[first + cell];
    }

    String region(int cell) {
        return batch.texts("region")[first + cell];
    }

    /** Where a cell stands in the atlas. */
    CellFrame frame(int cell) {
        int row = first + cell;
        var turn = new Quaternion(
                        batch.floats("orientation_w")[row],
                        batch.floats("orientation_x")[row],
                        batch.floats("orientation_y")[row],
                        batch.floats("orientation_z")[row])
                .normalised();
        return new CellFrame(batch.floats("x")[row], batch.floats("y")[row], batch.floats("z")[row], turn);
    }

    double depth_um(int cell) {
        return batch.floats("depth_um")[first + cell];
    }
}
