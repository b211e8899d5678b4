package io.brainwright.fabric;

import io.brainwright.fabric.broker.KafkaClients;
import io.brainwright.fabric.broker.Topics;
import io.brainwright.fabric.build.KafkaBuilds;
import io.brainwright.fabric.build.Worker;
import io.brainwright.fabric.clean.Cleaner;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.ledger.Ledger;
import io.brainwright.fabric.ledger.LedgerWriter;
import io.brainwright.fabric.store.StoredDatasets;
import io.brainwright.fabric.watch.Watch;
import io.brainwright.fabric.work.Builds;
import io.brainwright.fabric.work.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;

/** One process's connection to the fabric: builds and reads datasets, and takes chunk tasks where told to. */
public final class Fabric implements AutoCloseable {
    private final KafkaClients clients;
    private final Admin admin;
    private final Producer<String, byte[]> producer;
    private final Topics topics;
    private final Ledger ledger;
    private final StoredDatasets datasets;
    private final KafkaBuilds builds;
    private final Watch watch;
    private final List<Worker> workers = new ArrayList<>();

    private Fabric(KafkaClients clients, FabricOptions options) {
        this.clients = clients;
        this.watch = options.watch();
        this.admin = clients.admin();
        this.topics = new Topics(admin, options.replication());
        topics.ensureShared();
        this.producer = clients.producer();
        var writer = new LedgerWriter(producer, watch);
        this.ledger = Ledger.open(clients);
        this.datasets = new StoredDatasets(clients, ledger.state(), writer, watch);
        this.builds = new KafkaBuilds(ledger.state(), writer, topics, datasets, watch);
    }

    /** Connects, and returns when the catalogue has been read. */
    public static Fabric connect(String bootstrap, FabricOptions options) {
        return new Fabric(new KafkaClients(bootstrap, options.keys()), options);
    }

    public Builds builds() {
        return builds;
    }

    public Datasets datasets() {
        return datasets;
    }

    /** Frees what the topics keep beyond need. */
    public Cleaner cleaner() {
        return new Cleaner(clients, admin, producer, ledger.state());
    }

    /** Takes tasks of these stages from now on, this many at a time. */
    public synchronized void work(Collection<? extends Stage<?>> stages, int threads) {
        if (threads > 0 && !stages.isEmpty()) {
            workers.add(Worker.start(stages, threads, clients, producer, topics, ledger.state(), datasets, watch));
        }
    }

    /** Cancels this process's builds, gives its tasks back, and disconnects. */
    @Override
    public synchronized void close() {
        builds.close();
        workers.forEach(Worker::close);
        workers.clear();
        producer.close(Duration.ofMillis(500));
        ledger.close();
        datasets.close();
        admin.close(Duration.ofMillis(200));
    }
}
