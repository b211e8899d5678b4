package io.brainwright.fabric.build;

import com.google.protobuf.Message;
import io.brainwright.fabric.broker.Topics;
import io.brainwright.fabric.dataset.ChunkEntry;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.dataset.Provenance;
import io.brainwright.fabric.ledger.LedgerState;
import io.brainwright.fabric.ledger.LedgerWriter;
import io.brainwright.fabric.ledger.Task;
import io.brainwright.fabric.watch.Watch;
import io.brainwright.fabric.work.Builds;
import io.brainwright.fabric.work.Stage;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds datasets through tasks on Kafka. Callers in this process that want the same dataset share one run. */
public final class KafkaBuilds implements Builds, AutoCloseable {
    private static final long TELL_EVERY_MS = 200;

    private final LedgerState ledger;
    private final LedgerWriter writer;
    private final Topics topics;
    private final Datasets datasets;
    private final Watch watch;
    private final Map<DatasetId, Shared> runs = new HashMap<>();

    /** A run and how many callers wait for it. */
    private static final class Shared {
        private final Run run;
        private int waiting;

        private Shared(Run run) {
            this.run = run;
        }
    }

    public KafkaBuilds(LedgerState ledger, LedgerWriter writer, Topics topics, Datasets datasets, Watch watch) {
        this.ledger = ledger;
        this.writer = writer;
        this.topics = topics;
        this.datasets = datasets;
        this.watch = watch;
    }

    @Override
    public <R extends Message> Built build(Stage<R> stage, R request, Consumer<BuildStatus> progress) {
        var inputs = stage.inputs(request);
        var identity = stage.identity(request);
        var id = Provenance.id(stage.name(), stage.version(), identity, inputs);
        var known = finished(id);
        if (known != null) {
            return new Built(known, true);
        }
        var order = new Run.Order(
                id,
                stage.name(),
                stage.version(),
                stage.verb(),
                stage.unit(),
                Provenance.requestJson(identity),
                inputs,
                stage.tables(request));
        return watch.build(stage.name(), id.hex())
                .observe(() -> new Built(await(join(stage, request, order, ledger.manifest(id)), progress), false));
    }

    /** Cancels what runs. */
    @Override
    public synchronized void close() {
        for (var shared : runs.values()) {
            writer.cancel(shared.run.name);
            shared.run.fail(Problems.cancelled(shared.run.order.stage()));
        }
    }

    private @Nullable Manifest finished(DatasetId id) {
        var known = ledger.manifest(id);
        return known != null && ledger.damaged(id).isEmpty() ? known : null;
    }

    private synchronized <R extends Message> Shared join(
            Stage<R> stage, R request, Run.Order order, @Nullable Manifest damaged) {
        var shared = runs.get(order.id());
        if (shared == null) {
            var run = new Run(order, writer, damaged, input -> input.run().fail(input.problem()));
            shared = new Shared(run);
            runs.put(order.id(), shared);
            ledger.listen(run);
            var meanwhile = finished(order.id()); // it may have come before we listened; nothing would tell us again
            if (meanwhile != null) {
                run.finished.complete(meanwhile);
            } else {
                var building = watch.observations().getCurrentObservation();
                Thread.ofVirtual().name("bw-start").start(() -> {
                    try (var _ = Watch.within(building)) {
                        start(stage, request, run, damaged);
                    }
                });
            }
        }
        shared.waiting++;
        return shared;
    }

    private <R extends Message> void start(Stage<R> stage, R request, Run run, @Nullable Manifest damaged) {
        try {
            topics.ensureStage(stage.name());
            var missing = new HashMap<Integer, Task>();
            var amounts = new HashMap<Integer, Long>();
            var there = there(run.order.id(), damaged);
            var specs = stage.chunks(request, datasets);
            var json = Requests.write(request);
            for (var spec : specs) {
                amounts.put(spec.index(), spec.amount());
                if (!there.containsKey(spec.index())) {
                    missing.put(
                            spec.index(),
                            new Task(
                                    run.name,
                                    run.order.id().hex(),
                                    stage.name(),
                                    stage.version(),
                                    json,
                                    spec.index(),
                                    specs.size(),
                                    spec,
                                    damaged != null));
                }
            }
            var offers = run.expect(specs.size(), missing, there, amounts);
            for (var offer = offers.next(); offer.isPresent(); offer = offers.next()) {
                writer.task(offer.get().task(), offer.get().partition()).get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            run.fail(Problems.cancelled(stage.name()));
        } catch (ExecutionException e) {
            run.fail(Problems.kafka("asking for chunks of stage " + stage.name(), e));
        } catch (RuntimeException | AssertionError e) {
            run.fail(Problems.of(stage.name(), "cutting its chunks", e));
        }
    }

    private Map<Integer, ChunkEntry> there(DatasetId id, @Nullable Manifest damaged) {
        if (damaged == null) {
            return ledger.doneSoFar(id);
        }
        var whole = new HashMap<Integer, ChunkEntry>();
        damaged.chunks().forEach(chunk -> whole.put(chunk.index(), chunk));
        whole.keySet().removeAll(ledger.damaged(id));
        return whole;
    }

    private Manifest await(Shared shared, Consumer<BuildStatus> progress) {
        var run = shared.run;
        try {
            while (true) {
                try {
                    return run.finished.get(TELL_EVERY_MS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    progress.accept(run.status());
                }
            }
        } catch (InterruptedException e) {
            throw Problems.cancelled(run.order.stage());
        } catch (ExecutionException e) {
            throw Problems.of(run.order.stage(), "its build", Objects.requireNonNullElse(e.getCause(), e));
        } finally {
            leave(shared);
        }
    }

    private synchronized void leave(Shared shared) {
        shared.waiting--;
        if (shared.waiting > 0) {
            return;
        }
        var run = shared.run;
        ledger.unlisten(run);
        runs.remove(run.order.id(), shared);
        if (!run.finished.isDone() || run.finished.isCompletedExceptionally()) {
            writer.cancel(run.name);
        }
    }
}
