package io.brainwright.benchmarks.fabric;

import com.sun.management.OperatingSystemMXBean;
import io.brainwright.fabric.Fabric;
import io.brainwright.fabric.FabricOptions;
import io.brainwright.fabric.broker.EmbeddedBroker;
import io.brainwright.fabric.broker.KafkaClients;
import io.brainwright.fabric.broker.Topics;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.table.ArrowCodec;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How fast datasets go through Kafka, beside a plain producer and a plain consumer of the same bytes with the same settings. The
 * fabric also encodes, hashes every row twice over, keeps the ledger, decodes and checks; one worker thread, one reader.
 */
final class Throughput {
    private static final int ROWS = 120_000;
    private static final int PIECES = 4;

    private Throughput() {}

    /** Megabytes a second by the clock, and by the processor time of this process, which the broker is a part of. */
    private record Speed(double wall, double cpu) {
        static Speed since(Start start, double megabytes) {
            return new Speed(
                    megabytes / ((System.nanoTime() - start.wall()) * 1e-9),
                    megabytes / ((cpuNanos() - start.cpu()) * 1e-9));
        }
    }

    /** Clock and processor time when something began. */
    private record Start(long wall, long cpu) {
        static Start now() {
            return new Start(System.nanoTime(), cpuNanos());
        }
    }

    /** A round: written, then read. */
    private record Round(Speed write, Speed read) {
        Speed both() {
            return new Speed(both(write.wall(), read.wall()), both(write.cpu(), read.cpu()));
        }

        private static double both(double write, double read) {
            return 1 / (1 / write + 1 / read);
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    static String run(int rounds, int chunks) throws Exception {
        var stage = new SynapseRows(ROWS, PIECES);
        var record = ArrowCodec.encode(stage.piece());
        int records = chunks * PIECES;
        double megabytes = record.length * (double) records / 1e6;
        var raw = new ArrayList<Round>();
        var ours = new ArrayList<Round>();
        try (var broker = EmbeddedBroker.start(Files.createTempDirectory("brainwright-fabric"), 0)) {
            for (int round = -1; round < rounds; round++) { // the first warms up
                var plain = plain(broker.bootstrap(), record, records, "plain" + round, megabytes);
                var fabric = fabric(broker.bootstrap(), stage, chunks, "fabric" + round, megabytes);
                if (round >= 0) {
                    raw.add(plain);
                    ours.add(fabric);
                    System.err.printf("round %d: plain %s, fabric %s%n", round + 1, plain, fabric);
                }
            }
        }
        return """
                %.0f MB in %d records of %.1f MB, %d rounds, medians
                | | plain MB/s | fabric MB/s | ratio | plain MB per CPU second | fabric | ratio |
                |---|---|---|---|---|---|---|
                %s%s%s""".formatted(
                        megabytes,
                        records,
                        record.length / 1e6,
                        rounds,
                        line("write", raw, ours, Round::write),
                        line("read", raw, ours, Round::read),
                        line("write, then read", raw, ours, Round::both));
    }

    private static String line(String what, List<Round> raw, List<Round> ours, Function<Round, Speed> part) {
        return "| %s | %s | %s |%n"
                .formatted(
                        what,
                        columns(raw, ours, part.andThen(Speed::wall)::apply),
                        columns(raw, ours, part.andThen(Speed::cpu)::apply));
    }

    private static String columns(List<Round> raw, List<Round> ours, ToDoubleFunction<Round> speed) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < raw.size(); i++) {
            ratios.add(speed.applyAsDouble(ours.get(i)) / speed.applyAsDouble(raw.get(i)));
        }
        return "%.0f | %.0f | %.2f"
                .formatted(
                        Medians.of(raw.stream().map(speed::applyAsDouble).toList()),
                        Medians.of(ours.stream().map(speed::applyAsDouble).toList()),
                        Medians.of(ratios));
    }

    private static Round plain(String bootstrap, byte[] record, int records, String name, double megabytes)
            throws Exception {
        var clients = new KafkaClients(bootstrap, null);
        var topic = new TopicPartition(Topics.data(name), 0);
        Speed write;
        try (var admin = clients.admin();
                var producer = clients.producer()) {
            new Topics(admin, (short) 1).ensureData(name);
            var started = Start.now();
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (int i = 0; i < records; i++) {
                sent.add(producer.send(new ProducerRecord<>(topic.topic(), 0, "key" + i, record)));
            }
            for (var one : sent) {
                one.get();
            }
            write = Speed.since(started, megabytes);
        }
        try (var consumer = clients.follower()) {
            consumer.assign(List.of(topic));
            consumer.seekToBeginning(List.of(topic));
            var started = Start.now();
            int read = 0;
            while (read < records) {
                for (var got : consumer.poll(Duration.ofSeconds(1))) {
                    if (got.value().length != record.length) {
                        throw new IllegalStateException("a record came back with another length");
                    }
                    read++;
                }
            }
            return new Round(write, Speed.since(started, megabytes));
        }
    }

    private static Round fabric(String bootstrap, SynapseRows stage, int chunks, String name, double megabytes) {
        Speed write;
        DatasetId id;
        try (var writer = Fabric.connect(bootstrap, FabricOptions.standard())) {
            writer.work(List.of(stage), 1);
            writer.builds().build(stage, SynapseRows.request(name + " ready", 1), _ -> {});
            var started = Start.now();
            id = writer.builds()
                    .build(stage, SynapseRows.request(name, chunks), _ -> {})
                    .manifest()
                    .id();
            write = Speed.since(started, megabytes);
        }
        try (var reader = Fabric.connect(bootstrap, FabricOptions.standard())) {
            var started = Start.now();
            long rows = 0;
            for (int chunk = 0; chunk < chunks; chunk++) {
                rows += reader.datasets().read(id, "synapses", chunk).rowCount();
            }
            var read = Speed.since(started, megabytes);
            if (rows != (long) ROWS * PIECES * chunks) {
                throw new IllegalStateException("%d rows came back".formatted(rows));
            }
            return new Round(write, read);
        }
    }
}
