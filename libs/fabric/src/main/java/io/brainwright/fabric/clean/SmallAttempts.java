package io.brainwright.fabric.clean;

import io.brainwright.fabric.broker.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Rows in the stages' shared topics that belong to no dataset: of attempts that lost, or of datasets that are gone. */
final class SmallAttempts {
    private final Map<String, Map<String, Long>> bytesOfKeyInTopic = new HashMap<>();

    private SmallAttempts() {}

    /** Finds them. */
    static SmallAttempts find(TopicScan scan, Collection<String> topics, Kept kept) {
        var found = new SmallAttempts();
        for (var topic : topics) {
            if (Topics.isSmall(topic)) {
                found.search(scan, topic, kept);
            }
        }
        return found;
    }

    private void search(TopicScan scan, String topic, Kept kept) {
        Map<String, Long> lost = new HashMap<>();
        scan.read(Map.of(new TopicPartition(topic, 0), 0L), record -> {
            lost.remove(record.key());
            var id = record.key().substring(0, record.key().indexOf('/'));
            if (record.value() != null && !kept.record(id, topic, record.offset())) {
                lost.put(record.key(), (long) record.value().length);
            }
        });
        bytesOfKeyInTopic.put(topic, lost);
    }

    long count() {
        return bytesOfKeyInTopic.values().stream().mapToLong(Map::size).sum();
    }

    long bytes() {
        return bytesOfKeyInTopic.values().stream()
                .flatMap(lost -> lost.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Marks them as gone; the broker frees them when it next compacts their topic. */
    void delete(Producer<String, byte[]> producer) {
        bytesOfKeyInTopic.forEach((topic, lost) ->
                lost.keySet().forEach(key -> producer.send(new ProducerRecord<>(topic, 0, key, null))));
        producer.flush();
    }
}
