package io.brainwright.render.view;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.model.lod.DisplayFrame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Synapses as points, 24 bytes each, little endian: x, y, z in the picture (f32, um), row of the axon's cell (u32), row of the target
 * (u32), 1 for excitatory (u32).
 */
final class Contacts {
    private static final int BYTES = 24;
    private static final int MOST = 1_000_000;
    private static final int FIRST_EXCITATORY_TYPE = 100;

    private final Datasets datasets;
    private final Optional<DatasetId> synapses;
    private final Map<Long, Integer> rowOf;
    private final DisplayFrame frame;

    Contacts(Datasets datasets, Optional<DatasetId> synapses, Map<Long, Integer> rowOf, DisplayFrame frame) {
        this.datasets = datasets;
        this.synapses = synapses;
        this.rowOf = rowOf;
        this.frame = frame;
    }

    /** @param cell row of a cell whose synapses are wanted, or -1 for all */
    byte[] bytes(int cell) {
        if (synapses.isEmpty()) {
            return new byte[0];
        }
        var id = synapses.get();
        long n = datasets.manifest(id).rows().getOrDefault("synapses", 0L);
        if (cell < 0 && n > MOST) {
            throw new Problem(
                    Kind.TOO_LARGE,
                    "TOO_MANY_SYNAPSES",
                    "The circuit has %d synapses, more than the %d that are shown at once.".formatted(n, MOST),
                    "Pick a cell and show its own synapses.",
                    Map.of("synapses", String.valueOf(n), "most", String.valueOf(MOST)));
        }
        var out = ByteBuffer.allocate(BYTES * 256).order(ByteOrder.LITTLE_ENDIAN);
        for (var chunk : datasets.manifest(id).chunks()) {
            out = add(chunk.index(), cell, out);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private ByteBuffer add(int chunk, int cell, ByteBuffer into) {
        var out = into;
        var rows = datasets.read(synapses.orElseThrow(), "synapses", chunk);
        var sources = rows.longs("source_node_id");
        var targets = rows.longs("target_node_id");
        var x = rows.floats("afferent_center_x");
        var y = rows.floats("afferent_center_y");
        var z = rows.floats("afferent_center_z");
        var types = rows.ints("syn_type_id");
        var at = new double[3];
        for (int i = 0; i < sources.length; i++) {
            int source = Objects.requireNonNull(rowOf.get(sources[i]), "source of a synapse");
            int target = Objects.requireNonNull(rowOf.get(targets[i]), "target of a synapse");
            if (cell >= 0 && source != cell && target != cell) {
                continue;
            }
            if (out.remaining() < BYTES) {
                out = ByteBuffer.wrap(Arrays.copyOf(out.array(), 2 * out.capacity()))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .position(out.position());
            }
            frame.place(x[i], y[i], z[i], at);
            out.putFloat((float) at[0])
                    .putFloat((float) at[1])
                    .putFloat((float) at[2])
                    .putInt(source)
                    .putInt(target)
                    .putInt(types[i] >= FIRST_EXCITATORY_TYPE ? 1 : 0);
        }
        return out;
    }
}
