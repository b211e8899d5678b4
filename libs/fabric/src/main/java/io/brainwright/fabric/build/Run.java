package io.brainwright.fabric.build;

import io.brainwright.fabric.dataset.ChunkEntry;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.ledger.ChunkBegun;
import io.brainwright.fabric.ledger.ChunkDone;
import io.brainwright.fabric.ledger.ChunkFailed;
import io.brainwright.fabric.ledger.ChunkLeft;
import io.brainwright.fabric.ledger.ChunkProgress;
import io.brainwright.fabric.ledger.LedgerListener;
import io.brainwright.fabric.ledger.LedgerWriter;
import io.brainwright.fabric.ledger.Task;
import io.brainwright.fabric.store.StoredDatasets;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.Builds.BuildStatus;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One build while it runs: gathers what the ledger tells of its chunks, and publishes the manifest when all are there. */
final class Run implements LedgerListener {
    /** What is built. */
    record Order(
            DatasetId id,
            String stage,
            int version,
            String verb,
            String unit,
            String identity,
            List<DatasetId> inputs,
            List<TableSchema> tables) {}

    final String name = UUID.randomUUID().toString();
    final Order order;
    final CompletableFuture<Manifest> finished = new CompletableFuture<>();

    private final LedgerWriter writer;
    private final Consumer<DamagedInput> onDamagedInput;
    private final @Nullable Manifest mended;
    private final long startedMillis = System.currentTimeMillis();
    private final long startedNanos = System.nanoTime();
    private final Map<Integer, Task> tasks = new HashMap<>();
    private final Map<Integer, ChunkEntry> done = new TreeMap<>();
    private final Map<Integer, Problem> failures = new TreeMap<>();
    private final Map<Integer, Long> partial = new HashMap<>();
    private final Map<Integer, Long> amounts = new HashMap<>();
    private Offers offers = new Offers(List.of(), 0);
    private int chunkCount = -1;
    private long total;
    private long doneAtStart;
    private String detail = "";
    private boolean published;

    /** A task that could not read one of its inputs. */
    record DamagedInput(Run run, Task task, Problem problem) {}

    Run(Order order, LedgerWriter writer, @Nullable Manifest mended, Consumer<DamagedInput> onDamagedInput) {
        this.order = order;
        this.writer = writer;
        this.mended = mended;
        this.onDamagedInput = onDamagedInput;
    }

    /** Says what there is to do, and gives what is to be offered; the ledger may have told of finished chunks before. */
    synchronized Offers expect(
            int count, Map<Integer, Task> missing, Map<Integer, ChunkEntry> there, Map<Integer, Long> amountOf) {
        chunkCount = count;
        tasks.putAll(missing);
        offers = new Offers(missing.values(), order.id().hashCode());
        done.keySet().forEach(offers::settled);
        finished.whenComplete((_, _) -> offers.stop());
        there.forEach(done::putIfAbsent);
        amounts.putAll(amountOf);
        total = amountOf.values().stream().mapToLong(Long::longValue).sum();
        doneAtStart = amountDone();
        publishIfComplete();
        failIfNothingIsLeft();
        return offers;
    }

    @Override
    public synchronized void begun(ChunkBegun chunk) {
        if (isOurs(chunk.dataset())) {
            offers.taken(chunk.chunk());
        }
    }

    /** How far the build is. */
    synchronized BuildStatus status() {
        long now = amountDone();
        double seconds = (System.nanoTime() - startedNanos) * 1e-9;
        double rate = seconds > 0 ? (now - doneAtStart) / seconds : 0;
        return new BuildStatus(order.stage(), order.verb(), order.unit(), now, total, detail, rate);
    }

    @Override
    public synchronized void done(ChunkDone chunk) {
        if (!isOurs(chunk.dataset()) || chunk.mend() != (mended != null) || isForeignMend(chunk.run())) {
            return;
        }
        int index = chunk.entry().index();
        if (mended != null && !ChunkDone.sameRows(mended.chunks().get(index), chunk.entry())) {
            fail(Problems.notDeterministic(order.stage(), order.id().hex(), index));
            return;
        }
        done.putIfAbsent(index, chunk.entry());
        offers.settled(index);
        failures.remove(index);
        partial.remove(index);
        detail = chunk.entry().label();
        publishIfComplete();
        failIfNothingIsLeft();
    }

    @Override
    public void conflict(ChunkDone later) {
        if (isOurs(later.dataset()) && mended == null) {
            writer.forget(order.id());
            fail(Problems.notDeterministic(
                    order.stage(), order.id().hex(), later.entry().index()));
        }
    }

    @Override
    public void failed(ChunkFailed failed) {
        if (!failed.run().equals(name)) {
            return;
        }
        var problem = failed.problem().problem();
        if (problem.reason().equals(ChunkFailed.DEADLY)) {
            writer.left(new ChunkLeft(
                    failed.dataset(), failed.chunk(), Integer.MAX_VALUE)); // who asks again gets new tries
        }
        Task task;
        synchronized (this) {
            task = tasks.get(failed.chunk());
        }
        if (task != null && problem.reason().equals(StoredDatasets.DAMAGED)) {
            onDamagedInput.accept(new DamagedInput(this, task, problem));
        } else if (problem.kind() == Kind.INTERNAL) {
            failedAlone(failed.chunk(), problem);
        } else {
            fail(problem);
        }
    }

    /** A fault of one chunk stops that chunk only: the others are made and kept, then the build tells. */
    private synchronized void failedAlone(int chunk, Problem problem) {
        if (!done.containsKey(chunk)) {
            failures.putIfAbsent(chunk, problem);
            offers.settled(chunk);
            detail = problem.sentence();
            failIfNothingIsLeft();
        }
    }

    private void failIfNothingIsLeft() {
        if (chunkCount >= 0 && !failures.isEmpty() && done.size() + failures.size() >= chunkCount) {
            fail(failures.values().iterator().next());
        }
    }

    @Override
    public synchronized void progress(ChunkProgress progress) {
        if (progress.run().equals(name) && !done.containsKey(progress.chunk())) {
            partial.merge(progress.chunk(), progress.done(), Math::max);
            detail = progress.detail();
        }
    }

    @Override
    public void catalogued(Manifest manifest) {
        if (manifest.id().equals(order.id()) && (mended == null || published())) {
            finished.complete(manifest);
        }
    }

    void fail(Throwable problem) {
        finished.completeExceptionally(problem);
    }

    private synchronized boolean published() {
        return published;
    }

    private boolean isOurs(String dataset) {
        return dataset.equals(order.id().hex());
    }

    private boolean isForeignMend(String run) {
        return mended != null && !run.equals(name);
    }

    private long amountDone() {
        long sum = 0;
        for (int chunk : done.keySet()) {
            sum += amounts.getOrDefault(chunk, 0L);
        }
        for (var p : partial.entrySet()) {
            sum += Math.min(p.getValue(), amounts.getOrDefault(p.getKey(), 0L));
        }
        return sum;
    }

    private void publishIfComplete() {
        if (!published && chunkCount >= 0 && done.size() == chunkCount && !finished.isDone()) {
            published = true;
            writer.catalogue(
                    Manifests.of(order, done.values(), startedMillis, (System.nanoTime() - startedNanos) * 1e-9));
        }
    }
}
