package io.brainwright.fabric.build;

import io.brainwright.fabric.ledger.ChunkProgress;
import io.brainwright.fabric.ledger.LedgerState;
import io.brainwright.fabric.ledger.LedgerWriter;
import io.brainwright.fabric.ledger.Task;
import io.brainwright.fabric.store.ChunkWriter;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Where one attempt at a task puts its rows; tells the ledger how far it is, five times a second at most. */
final class TaskSink implements ChunkSink {
    private static final long TELL_EVERY_NS = 200_000_000;

    private final Task task;
    private final List<TableSchema> tables;
    private final ChunkWriter rows;
    private final LedgerState ledger;
    private final LedgerWriter writer;
    private final BooleanSupplier closing;
    private final Growth growth;
    private long told = System.nanoTime();

    TaskSink(
            Task task,
            List<TableSchema> tables,
            ChunkWriter rows,
            LedgerState ledger,
            LedgerWriter writer,
            BooleanSupplier closing,
            Growth growth) {
        this.task = task;
        this.tables = tables;
        this.rows = rows;
        this.ledger = ledger;
        this.writer = writer;
        this.closing = closing;
        this.growth = growth;
    }

    @Override
    public void write(Batch batch) {
        stopIfUnwanted();
        if (!tables.contains(batch.schema())) {
            throw new IllegalArgumentException(
                    "stage %s promised %s, but wrote rows of %s".formatted(task.stage(), tables, batch.schema()));
        }
        rows.write(batch);
        growth.tell();
    }

    @Override
    public void share() {
        stopIfUnwanted();
        rows.share();
    }

    @Override
    public void progress(long done, String detail) {
        stopIfUnwanted();
        growth.tell();
        long now = System.nanoTime();
        if (now - told >= TELL_EVERY_NS) {
            told = now;
            writer.progress(new ChunkProgress(task.run(), task.dataset(), task.chunk(), done, detail));
        }
    }

    private void stopIfUnwanted() {
        if (ledger.isCancelled(task.run())) {
            throw Problems.cancelled(task.stage());
        }
        if (closing.getAsBoolean()) {
            throw Problems.closing();
        }
    }
}
