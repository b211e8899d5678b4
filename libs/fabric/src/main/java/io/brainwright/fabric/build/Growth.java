package io.brainwright.fabric.build;

import io.brainwright.fabric.ledger.ChunkGrown;
import io.brainwright.fabric.ledger.LedgerWriter;
import io.brainwright.fabric.ledger.Task;
import io.brainwright.fabric.store.ChunkWriter;

/** Tells the ledger which records of an attempt can be read already, five times a second at most. Only a dataset of one chunk grows in order. */
final class Growth {
    private static final long TELL_EVERY_NS = 200_000_000;

    private final Task task;
    private final String attempt;
    private final ChunkGrown.Start start;
    private final ChunkWriter rows;
    private final LedgerWriter writer;
    private long told_ns = System.nanoTime();
    private int told;

    Growth(Task task, String attempt, ChunkGrown.Start start, ChunkWriter rows, LedgerWriter writer) {
        this.task = task;
        this.attempt = attempt;
        this.start = start;
        this.rows = rows;
        this.writer = writer;
    }

    void tell() {
        long now = System.nanoTime();
        if (task.chunkCount() > 1 || task.mend() || now - told_ns < TELL_EVERY_NS) {
            return;
        }
        var parts = rows.arrived(told);
        if (!parts.isEmpty()) {
            writer.grown(new ChunkGrown(task.run(), task.dataset(), attempt, told == 0 ? start : null, told, parts));
            told += parts.size();
            told_ns = now;
        }
    }
}
