package io.brainwright.fabric.clean;

import io.brainwright.fabric.ledger.LedgerState;
import io.brainwright.fabric.ledger.Task;
import io.brainwright.fabric.ledger.TaskJson;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** The tasks that workers have not settled yet: which datasets and runs they belong to, and up to where all are settled. */
final class WaitingTasks {
    private final Set<String> datasets = new HashSet<>();
    private final Set<String> runs = new HashSet<>();
    private final Map<TopicPartition, Long> settled = new HashMap<>();
    private long needless;

    private WaitingTasks() {}

    /**
     * @param scan reads topics
     * @param committed offset of each task partition below which its workers have settled everything; 0 where nothing is
     * @param ledger tells which tasks nobody wants any longer
     */
    static WaitingTasks read(TopicScan scan, Map<TopicPartition, Long> committed, LedgerState ledger) {
        var waiting = new WaitingTasks();
        waiting.settled.putAll(committed);
        if (committed.isEmpty()) {
            return waiting;
        }
        Map<TopicPartition, Long> firstWanted = new HashMap<>();
        var ends = scan.read(committed, record -> {
            var task = TaskJson.read(record.value());
            if (ledger.isNeedless(task)) {
                waiting.needless++;
                return;
            }
            waiting.add(task);
            firstWanted.putIfAbsent(new TopicPartition(record.topic(), record.partition()), record.offset());
        });
        ends.forEach((partition, end) -> waiting.settled.put(partition, firstWanted.getOrDefault(partition, end)));
        return waiting;
    }

    private void add(Task task) {
        datasets.add(task.dataset());
        runs.add(task.run());
    }

    /** Datasets of which somebody wants chunks. */
    Set<String> datasets() {
        return Set.copyOf(datasets);
    }

    /** Runs that wait for chunks. */
    Set<String> runs() {
        return Set.copyOf(runs);
    }

    /** Offset of each partition before which no task is wanted. */
    Map<TopicPartition, Long> settled() {
        return Map.copyOf(settled);
    }

    /** Tasks that workers have not reached and that nobody wants any longer. */
    long needless() {
        return needless;
    }
}
