package io.brainwright.fabric.build;

import io.brainwright.fabric.broker.KafkaClients;
import io.brainwright.fabric.broker.Topics;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.ledger.LedgerState;
import io.brainwright.fabric.ledger.LedgerWriter;
import io.brainwright.fabric.watch.Watch;
import io.brainwright.fabric.work.Stage;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;

/** Makes chunks: a feed per stage, one pool of threads for all. */
public final class Worker implements AutoCloseable {
    private final TaskRunner runner;
    private final TaskPool pool;
    private final List<TaskFeed> feeds;

    private Worker(TaskRunner runner, TaskPool pool, List<TaskFeed> feeds) {
        this.runner = runner;
        this.pool = pool;
        this.feeds = feeds;
    }

    /** Starts taking tasks of these stages. */
    public static Worker start(
            Collection<? extends Stage<?>> stages,
            int threads,
            KafkaClients clients,
            Producer<String, byte[]> producer,
            Topics topics,
            LedgerState ledger,
            Datasets inputs,
            Watch watch) {
        var runner = new TaskRunner(producer, topics, ledger, new LedgerWriter(producer, watch), inputs, watch);
        var pool = new TaskPool(threads);
        watch.threads(pool::busy, threads);
        stages.forEach(stage -> topics.ensureStage(stage.name()));
        var feeds = stages.stream()
                .map(stage -> new TaskFeed(stage, pool, runner, clients, watch))
                .toList();
        return new Worker(runner, pool, feeds);
    }

    /** Gives up what runs, without committing it: other workers, or the next start, take it up. */
    @Override
    public void close() {
        runner.close();
        pool.close();
        feeds.parallelStream().forEach(TaskFeed::close);
    }
}
