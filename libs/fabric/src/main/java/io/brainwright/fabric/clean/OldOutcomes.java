package io.brainwright.fabric.clean;

import io.brainwright.fabric.broker.Topics;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.ledger.LedgerState;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Finds up to where the ledger's topics say nothing that the catalogue does not say. */
final class OldOutcomes {
    private static final TopicPartition DONE = new TopicPartition(Topics.DONE, 0);
    private static final TopicPartition CONTROL = new TopicPartition(Topics.CONTROL, 0);

    private final LedgerState ledger;
    private final Kept kept;
    private final WaitingTasks waiting;
    private final Set<String> damaged;

    OldOutcomes(LedgerState ledger, Kept kept, WaitingTasks waiting) {
        this.ledger = ledger;
        this.kept = kept;
        this.waiting = waiting;
        this.damaged = ledger.manifests().stream()
                .map(Manifest::id)
                .filter(id -> !ledger.damaged(id).isEmpty())
                .map(DatasetId::hex)
                .collect(Collectors.toSet());
    }

    /** The offset of each of the ledger's partitions before which no record matters. */
    Map<TopicPartition, Long> ends(TopicScan scan) {
        Map<TopicPartition, Long> first = new HashMap<>();
        var ends = scan.read(Map.of(DONE, 0L, CONTROL, 0L), record -> {
            if (matters(record)) {
                first.putIfAbsent(new TopicPartition(record.topic(), record.partition()), record.offset());
            }
        });
        Map<TopicPartition, Long> before = new HashMap<>(ends);
        before.putAll(first);
        return before;
    }

    private boolean matters(ConsumerRecord<String, byte[]> record) {
        var of = record.key().substring(record.key().indexOf('/') + 1);
        if (record.topic().equals(Topics.CONTROL)) {
            return waiting.runs().contains(of) || damaged.contains(of);
        }
        boolean unfinished = kept.dataset(of) && ledger.manifest(new DatasetId(of)) == null;
        return unfinished || waiting.datasets().contains(of);
    }
}
