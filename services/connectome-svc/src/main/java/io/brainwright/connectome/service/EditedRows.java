package io.brainwright.connectome.service;

import io.brainwright.connectome.model.edit.Manipulation;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.TableSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Writes the rows of a chunk anew, with the manipulation done to the pathway selected. */
final class EditedRows {
    private static final String BY_EDIT = "removed_by_edit";

    private final Manipulation manipulation;
    private final Selection selection;

    EditedRows(Manipulation manipulation, Selection selection) {
        this.manipulation = manipulation;
        this.selection = selection;
    }

    Batch synapses(Batch parent) {
        long[] sources = parent.longs("source_node_id");
        long[] targets = parent.longs("target_node_id");
        return switch (manipulation) {
            case Manipulation.Removal removal -> {
                int[] kept = IntStream.range(0, parent.rowCount())
                        .filter(i -> !removes(removal, sources[i], targets[i]))
                        .toArray();
                yield rows(parent, kept);
            }
            case Manipulation.WeightScaling scaling -> {
                float[] scaled = parent.floats("conductance").clone();
                for (int i = 0; i < scaled.length; i++) {
                    scaled[i] = selection.holds(sources[i], targets[i]) ? scaling.scaled_nS(scaled[i]) : scaled[i];
                }
                yield with(parent, "conductance", scaled);
            }
            case Manipulation.FixedDelay fixed -> {
                float[] delays = parent.floats("delay").clone();
                for (int i = 0; i < delays.length; i++) {
                    delays[i] = selection.holds(sources[i], targets[i]) ? (float) fixed.delay_ms() : delays[i];
                }
                yield with(parent, "delay", delays);
            }
        };
    }

    /** Touching pairs stay; a pair whose connection went has no synapses left, and says that the edit took them. */
    Batch connections(Batch parent) {
        int n = parent.rowCount();
        int[] left = parent.ints("synapses").clone();
        int[] taken = has(parent, BY_EDIT) ? parent.ints(BY_EDIT).clone() : new int[n];
        if (manipulation instanceof Manipulation.Removal removal) {
            for (int i = 0; i < n; i++) {
                if (removes(removal, parent.longs("source_node_id")[i], parent.longs("target_node_id")[i])) {
                    taken[i] += left[i];
                    left[i] = 0;
                }
            }
        }
        var columns = new ArrayList<Object>();
        for (var column : ConnectomeTables.EDITED_CONNECTIONS.columns()) {
            columns.add(
                    switch (column.name()) {
                        case "synapses" -> left;
                        case BY_EDIT -> taken;
                        default -> parent.values(parent.schema().indexOf(column.name()));
                    });
        }
        return Batch.of(ConnectomeTables.EDITED_CONNECTIONS, columns);
    }

    private boolean removes(Manipulation.Removal removal, long source, long target) {
        return selection.holds(source, target) && removal.removes(source, target);
    }

    private static boolean has(Batch batch, String column) {
        return batch.schema().columns().stream().anyMatch(c -> c.name().equals(column));
    }

    private static Batch with(Batch parent, String changed, float[] values) {
        TableSchema schema = ConnectomeTables.EDITED_SYNAPSES;
        var columns = new ArrayList<Object>();
        for (var column : schema.columns()) {
            columns.add(
                    column.name().equals(changed)
                            ? values
                            : parent.values(parent.schema().indexOf(column.name())));
        }
        return Batch.of(schema, columns);
    }

    private static Batch rows(Batch parent, int[] kept) {
        TableSchema schema = ConnectomeTables.EDITED_SYNAPSES;
        var columns = new ArrayList<Object>();
        for (var column : schema.columns()) {
            columns.add(take(parent.values(parent.schema().indexOf(column.name())), kept));
        }
        return Batch.of(schema, columns);
    }

    /** Synapses have columns of these three types. */
    private static Object take(Object values, int[] kept) {
        return switch (values) {
            case long[] longs -> Arrays.stream(kept).mapToLong(i -> longs[i]).toArray();
            case int[] ints -> Arrays.stream(kept).map(i -> ints[i]).toArray();
            case float[] floats -> {
                float[] taken = new float[kept.length];
                for (int i = 0; i < taken.length; i++) {
                    taken[i] = floats[kept[i]];
                }
                yield taken;
            }
            default -> throw new AssertionError("no column of synapses holds " + values.getClass());
        };
    }
}
