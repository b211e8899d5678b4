package io.brainwright.benchmarks.fabric;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.neuro.random.Draws;
import io.brainwright.proto.library.v1.SearchRequest;

/** The same rows after a fixed amount of arithmetic, so that a worker's processor is what a build waits for. */
final class HardWork extends SynapseRows {
    private static final int DRAWS = 20_000_000;
    private static final int ROWS = 12_000;

    HardWork() {
        super(ROWS, 1);
    }

    @Override
    public String name() {
        return "benchmark-work";
    }

    @Override
    public void make(SearchRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        var draws = Draws.of(1, "work", chunk.index());
        double sum = 0;
        for (int i = 0; i < DRAWS; i++) {
            sum += draws.nextDouble();
        }
        if (sum < 0) {
            throw new IllegalStateException("draws lie between 0 and 1");
        }
        super.make(request, chunk, inputs, out);
    }
}
