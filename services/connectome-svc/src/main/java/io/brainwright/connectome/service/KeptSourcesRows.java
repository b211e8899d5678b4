package io.brainwright.connectome.service;

import io.brainwright.connectome.model.edit.Manipulation;
import io.brainwright.connectome.model.edit.Manipulation.Removal;
import io.brainwright.fabric.table.Batch;
import java.util.ArrayList;
import java.util.stream.IntStream;

/** Edits after which every synapse that is left has the source it had: removal, scaling, another delay. */
final class KeptSourcesRows implements EditedRows {
    private final Manipulation manipulation;
    private final Selection selection;

    KeptSourcesRows(Manipulation manipulation, Selection selection) {
        this.manipulation = manipulation;
        this.selection = selection;
    }

    @Override
    public Chunk edit(Batch synapses, Batch connections) {
        return new Chunk(synapses(synapses), connections(connections));
    }

    private Batch synapses(Batch parent) {
        long[] sources = parent.longs("source_node_id");
        long[] targets = parent.longs("target_node_id");
        return switch (manipulation) {
            case Removal removal -> {
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
            case Manipulation.Rewiring _, Manipulation.Addition _ ->
                throw new AssertionError("sources change in " + manipulation);
        };
    }

    /** A pair whose connection went has no synapses left, and says that the edit took them. */
    private Batch connections(Batch parent) {
        var counts = Rows.counts(parent);
        if (manipulation instanceof Removal removal) {
            int[] left = counts.get(Rows.SYNAPSES);
            int[] taken = counts.get(Rows.BY_EDIT);
            for (int i = 0; i < left.length; i++) {
                if (removes(removal, parent.longs("source_node_id")[i], parent.longs("target_node_id")[i])) {
                    taken[i] += left[i];
                    left[i] = 0;
                }
            }
        }
        return Rows.table(parent.longs("source_node_id"), parent.longs("target_node_id"), counts);
    }

    private boolean removes(Removal removal, long source, long target) {
        return selection.holds(source, target) && removal.removes(source, target);
    }

    private static Batch with(Batch parent, String changed, float[] values) {
        var columns = new ArrayList<Object>();
        for (var column : ConnectomeTables.EDITED_SYNAPSES.columns()) {
            columns.add(
                    column.name().equals(changed)
                            ? values
                            : parent.values(parent.schema().indexOf(column.name())));
        }
        return Batch.of(ConnectomeTables.EDITED_SYNAPSES, columns);
    }

    private static Batch rows(Batch parent, int[] kept) {
        var columns = new ArrayList<Object>();
        for (var column : ConnectomeTables.EDITED_SYNAPSES.columns()) {
            columns.add(Rows.take(parent.values(parent.schema().indexOf(column.name())), kept));
        }
        return Batch.of(ConnectomeTables.EDITED_SYNAPSES, columns);
    }
}
