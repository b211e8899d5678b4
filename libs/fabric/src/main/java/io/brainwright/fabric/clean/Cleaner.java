package io.brainwright.fabric.clean;

import io.brainwright.fabric.broker.KafkaClients;
import io.brainwright.fabric.broker.Topics;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.ledger.LedgerState;
import io.brainwright.fabric.ledger.LedgerWriter;
import io.brainwright.fabric.watch.Watch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/**
 * Frees what the topics keep beyond need: topics of datasets that are gone, rows of attempts that lost, tasks that are settled, and
 * outcomes of datasets that are in the catalogue. What is in the catalogue, being built, or begun and not given up stays; so a
 * cleaning may run while others build.
 */
public final class Cleaner {
    private final AdminCalls broker;
    private final TopicScan scan;
    private final Producer<String, byte[]> producer;
    private final LedgerState ledger;
    private final LedgerWriter writer;

    /**
     * @param clients connects readers
     * @param admin connection for offsets and topics
     * @param producer writes marks of what is gone
     * @param ledger what is known
     */
    public Cleaner(KafkaClients clients, Admin admin, Producer<String, byte[]> producer, LedgerState ledger) {
        this.broker = new AdminCalls(admin);
        this.scan = new TopicScan(clients);
        this.producer = producer;
        this.ledger = ledger;
        this.writer = new LedgerWriter(producer, Watch.none());
    }

    /**
     * What is to go beyond what nobody can use.
     *
     * @param datasets finished datasets to take out of the catalogue; the next request for one builds it again
     * @param unfinished whether chunks of builds that nobody waits for go too; asked for again, such a build starts anew
     * @param dryRun whether to count only
     */
    public record Order(Set<DatasetId> datasets, boolean unfinished, boolean dryRun) {}

    /** Cleans; returns what was freed. */
    public Cleaned clean(Order order) {
        var names = broker.topics();
        var waiting = WaitingTasks.read(scan, committed(names), ledger);
        var gone = order.datasets().stream().map(DatasetId::hex).collect(Collectors.toSet());
        var givenUp = order.unfinished() ? abandoned(waiting) : Set.<String>of();
        var kept = new Kept(ledger, gone, givenUp, waiting.datasets());
        var topics = foreign(names, kept);
        long topicBytes = broker.sizes(topics).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        var attempts = SmallAttempts.find(scan, names, kept);
        var outcomes = new OldOutcomes(ledger, kept, waiting).ends(scan);
        if (!order.dryRun()) {
            order.datasets().forEach(writer::remove);
            givenUp.forEach(id -> writer.forget(new DatasetId(id)));
            producer.flush();
            broker.deleteTopics(topics);
            attempts.delete(producer);
        }
        return new Cleaned(
                gone.size() + givenUp.size(),
                topics.size(),
                topicBytes,
                attempts.count(),
                attempts.bytes(),
                broker.deleteBefore(waiting.settled(), order.dryRun()),
                broker.deleteBefore(outcomes, order.dryRun()));
    }

    private Set<String> abandoned(WaitingTasks waiting) {
        var abandoned = new HashSet<>(ledger.begun());
        abandoned.removeAll(waiting.datasets());
        return abandoned;
    }

    private Map<TopicPartition, Long> committed(Set<String> names) {
        Map<TopicPartition, Long> committed = new HashMap<>();
        for (var name : names) {
            var stage = Topics.taskStage(name);
            if (!stage.isEmpty()) {
                committed.putAll(broker.committed(Topics.workers(stage), name));
            }
        }
        return committed;
    }

    private static Set<String> foreign(Set<String> names, Kept kept) {
        var foreign = new TreeSet<String>();
        for (var name : names) {
            var id = Topics.dataId(name);
            if (!id.isEmpty() && !kept.dataset(id)) {
                foreign.add(name);
            }
        }
        return foreign;
    }
}
