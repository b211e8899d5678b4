package io.brainwright.fabric.clean;

import io.brainwright.fabric.broker.KafkaClients;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads partitions from given offsets to the ends that they have when the scan begins. */
final class TopicScan {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaClients clients;

    TopicScan(KafkaClients clients) {
        this.clients = clients;
    }

    /**
     * @param from first offset of each partition; one that lies before the partition's beginning means its beginning
     * @param each is given every record once
     * @return the end of each partition: the offset one past the last record that was given
     */
    Map<TopicPartition, Long> read(Map<TopicPartition, Long> from, Consumer<ConsumerRecord<String, byte[]>> each) {
        try (var consumer = clients.follower()) {
            consumer.assign(from.keySet());
            var begins = consumer.beginningOffsets(from.keySet());
            var ends = consumer.endOffsets(from.keySet());
            from.forEach((partition, offset) ->
                    consumer.seek(partition, Math.max(offset, begins.getOrDefault(partition, 0L))));
            while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
                for (var record : consumer.poll(POLL)) {
                    var end = ends.get(new TopicPartition(record.topic(), record.partition()));
                    if (end != null && record.offset() < end) {
                        each.accept(record);
                    }
                }
            }
            return Map.copyOf(ends);
        }
    }
}
