package io.brainwright.fabric;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.proto.library.v1.SearchRequest;

/** The same numbers, slowly: says when it is in the middle of a chunk, so that a test can strike then. */
final class SlowNumbers extends NumbersStage {
    private final long pause_ms;
    private final java.util.function.LongConsumer inTheMiddle;

    SlowNumbers(long pause_ms, java.util.function.LongConsumer inTheMiddle) {
        this.pause_ms = pause_ms;
        this.inTheMiddle = inTheMiddle;
    }

    @Override
    public void make(SearchRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        out.progress(chunk.amount() / 2, chunk.label());
        inTheMiddle.accept(chunk.index());
        try {
            for (long waited = 0; waited < pause_ms; waited += 50) {
                Thread.sleep(50);
                out.progress(chunk.amount() / 2, chunk.label());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        super.make(request, chunk, inputs, out);
    }
}
