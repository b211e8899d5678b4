package io.brainwright.placement.service;

import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.random.Draws;
import io.brainwright.placement.model.domains.DomainIndex;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Gives synapses to the astrocytes in whose domains they lie. One draw a synapse, keyed by its row in the whole dataset, says whether it is wrapped;
 * where domains overlap every one that holds it wraps it.
 */
final class WrappedRows {
    private static final int MOST_DOMAINS = 16;

    private final GliaEdges glia;
    private final DomainIndex index;
    private final double fraction;
    private final long seed;
    private final long[] held;
    private final long[] wraps;
    private final long[] inSoMany = new long[MOST_DOMAINS + 1];
    private final long[] wrappedInSoMany = new long[MOST_DOMAINS + 1];
    private long[] source = new long[1024];
    private long[] target = new long[1024];
    private long[] synapse = new long[1024];
    private float[] distance_um = new float[1024];
    private int size;

    WrappedRows(GliaEdges glia, DomainIndex index, double fraction, long seed) {
        this.glia = glia;
        this.index = index;
        this.fraction = fraction;
        this.seed = seed;
        this.held = new long[glia.ids().length];
        this.wraps = new long[glia.ids().length];
    }

    void add(Batch synapses, long firstId) {
        float[] x = synapses.floats("afferent_center_x");
        float[] y = synapses.floats("afferent_center_y");
        float[] z = synapses.floats("afferent_center_z");
        long[] cell = synapses.longs("target_node_id");
        for (int i = 0; i < synapses.rowCount(); i++) {
            int[] domains = index.holding(x[i], y[i], z[i]);
            int many = Math.min(domains.length, MOST_DOMAINS);
            inSoMany[many]++;
            boolean wrapped =
                    many > 0 && Draws.of(seed, "wrapped.synapse", firstId + i).nextDouble() < fraction;
            wrappedInSoMany[many] += wrapped ? 1 : 0;
            for (int d : domains) {
                held[d]++;
                if (wrapped) {
                    wraps[d]++;
                    edge(d, cell[i], firstId + i, x[i], y[i], z[i]);
                }
            }
        }
    }

    private void edge(int d, long cell, long id, double x, double y, double z) {
        if (size == source.length) {
            source = Arrays.copyOf(source, 2 * size);
            target = Arrays.copyOf(target, 2 * size);
            synapse = Arrays.copyOf(synapse, 2 * size);
            distance_um = Arrays.copyOf(distance_um, 2 * size);
        }
        source[size] = glia.ids()[d];
        target[size] = cell;
        synapse[size] = id;
        var c = glia.centres()[d];
        distance_um[size++] =
                (float) Math.sqrt((x - c[0]) * (x - c[0]) + (y - c[1]) * (y - c[1]) + (z - c[2]) * (z - c[2]));
    }

    Batch edges() {
        return Batch.of(
                WrappedStage.EDGES,
                Arrays.copyOf(source, size),
                Arrays.copyOf(target, size),
                Arrays.copyOf(synapse, size),
                Arrays.copyOf(distance_um, size));
    }

    Batch byAstrocyte() {
        return Batch.of(WrappedStage.BY_ASTROCYTE, glia.ids(), held, wraps);
    }

    Batch bySynapse() {
        int[] some = IntStream.rangeClosed(0, MOST_DOMAINS)
                .filter(n -> inSoMany[n] > 0)
                .toArray();
        return Batch.of(
                WrappedStage.BY_SYNAPSE,
                some,
                Arrays.stream(some).mapToLong(n -> inSoMany[n]).toArray(),
                Arrays.stream(some).mapToLong(n -> wrappedInSoMany[n]).toArray());
    }
}
