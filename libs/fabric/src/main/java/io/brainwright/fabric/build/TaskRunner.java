package io.brainwright.fabric.build;

import com.google.protobuf.Message;
import io.brainwright.fabric.broker.Topics;
import io.brainwright.fabric.dataset.ChunkEntry;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.ledger.ChunkBegun;
import io.brainwright.fabric.ledger.ChunkDone;
import io.brainwright.fabric.ledger.ChunkFailed;
import io.brainwright.fabric.ledger.ChunkGrown;
import io.brainwright.fabric.ledger.ChunkLeft;
import io.brainwright.fabric.ledger.LedgerState;
import io.brainwright.fabric.ledger.LedgerWriter;
import io.brainwright.fabric.ledger.Task;
import io.brainwright.fabric.store.ChunkWriter;
import io.brainwright.fabric.store.StoredDatasets;
import io.brainwright.fabric.watch.Watch;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.header.Headers;

/** Makes the chunk of one task, and puts down in the ledger what became of it. */
final class TaskRunner {
    private static final System.Logger LOG = System.getLogger(TaskRunner.class.getName());
    private static final int ATTEMPTS = 3;
    private static final int BEGINS = 6;

    private final Producer<String, byte[]> producer;
    private final Topics topics;
    private final LedgerState ledger;
    private final LedgerWriter writer;
    private final Datasets inputs;
    private final Watch watch;
    private volatile boolean closing;

    TaskRunner(
            Producer<String, byte[]> producer,
            Topics topics,
            LedgerState ledger,
            LedgerWriter writer,
            Datasets inputs,
            Watch watch) {
        this.producer = producer;
        this.topics = topics;
        this.ledger = ledger;
        this.writer = writer;
        this.inputs = inputs;
        this.watch = watch;
    }

    /** Makes tasks that run give up at their next sign of life. */
    void close() {
        closing = true;
    }

    /** Does the task; returns whether it is settled, so that its offset may be committed. */
    <R extends Message> boolean run(Stage<R> stage, Task task, Headers headers) {
        return ledger.isNeedless(task)
                || watch.chunk(task.stage(), task.dataset(), task.chunk(), headers)
                        .observe(() -> isSettled(stage, task));
    }

    private <R extends Message> boolean isSettled(Stage<R> stage, Task task) {
        if (ledger.begins(task) >= BEGINS) {
            return fail(task, Problems.deadly(task.stage(), label(task), BEGINS));
        }
        Problem last = Problems.closing();
        for (int attempt = 1; attempt <= ATTEMPTS && !closing; attempt++) {
            try {
                if (attempt == 1) {
                    writer.begun(new ChunkBegun(task.dataset(), task.chunk())).get();
                }
                var entry = make(stage, task);
                writer.done(new ChunkDone(task.run(), task.dataset(), task.mend(), entry))
                        .get();
                return true;
            } catch (InterruptedException e) {
                writer.left(new ChunkLeft(task.dataset(), task.chunk(), 1));
                Thread.currentThread().interrupt();
                return false;
            } catch (Throwable thrown) { // whatever a stage throws is told to whoever waits
                if (closing || ledger.isCancelled(task.run())) {
                    writer.left(new ChunkLeft(task.dataset(), task.chunk(), 1));
                    return !closing;
                }
                var cause = thrown instanceof ExecutionException e && e.getCause() != null ? e.getCause() : thrown;
                last = Problems.of(task.stage(), label(task), cause);
                if (last.kind() == Kind.INVALID) {
                    LOG.log(Level.INFO, "%s of stage %s: %s".formatted(label(task), task.stage(), last.sentence()));
                    break; // the request's own fault: it fails the same way again
                }
                LOG.log(
                        Level.WARNING,
                        "Attempt %d at %s of stage %s failed".formatted(attempt, label(task), task.stage()),
                        thrown);
                if (last.reason().equals(StoredDatasets.DAMAGED)
                        || last.reason().equals("STAGE_VERSION")) {
                    break;
                }
            }
        }
        return !closing && fail(task, last);
    }

    private boolean fail(Task task, Problem problem) {
        watch.failed(task.stage(), problem.reason());
        try {
            writer.failed(new ChunkFailed(task.run(), task.dataset(), task.chunk(), ChunkFailed.Told.of(problem)))
                    .get();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            LOG.log(Level.ERROR, "A failed chunk could not be reported; it will be tried again", e);
            return false;
        }
    }

    private <R extends Message> ChunkEntry make(Stage<R> stage, Task task)
            throws InterruptedException, ExecutionException {
        if (stage.version() != task.version()) {
            throw Problems.otherVersion(task.stage(), task.version(), stage.version());
        }
        var request = Requests.read(stage, task.request());
        var spec = spec(stage, request, task);
        var place = new ChunkWriter.Place(
                task.dataset(),
                task.stage(),
                task.chunk(),
                task.chunkCount(),
                UUID.randomUUID().toString());
        var rows = new ChunkWriter(producer, topics, place);
        var tables = stage.tables(request);
        var start = new ChunkGrown.Start(
                task.stage(),
                task.version(),
                task.request(),
                stage.inputs(request),
                tables,
                System.currentTimeMillis());
        var growth = new Growth(task, place.attempt(), start, rows, writer);
        var sink = new TaskSink(task, tables, rows, ledger, writer, () -> closing, growth);
        stage.make(request, spec, inputs, sink);
        var entry = rows.finish(spec.label());
        for (var part : entry.parts()) {
            watch.written(task.stage(), part.rows(), part.bytes());
        }
        return entry;
    }

    private <R extends Message> ChunkSpec spec(Stage<R> stage, R request, Task task) {
        var given = task.spec();
        if (given != null) {
            return given;
        }
        var specs = stage.chunks(request, inputs);
        if (specs.size() != task.chunkCount()) {
            throw new Problem(
                    Kind.INTERNAL,
                    "NOT_DETERMINISTIC",
                    "Stage %s cuts dataset %s into %d chunks, before it were %d."
                            .formatted(task.stage(), task.dataset(), specs.size(), task.chunkCount()),
                    "Raise the stage's version when its chunks change.",
                    Map.of("stage", task.stage(), "dataset", task.dataset()));
        }
        return specs.get(task.chunk());
    }

    private static String label(Task task) {
        var spec = task.spec();
        return spec == null ? "chunk " + task.chunk() : "chunk %d (%s)".formatted(task.chunk(), spec.label());
    }
}
