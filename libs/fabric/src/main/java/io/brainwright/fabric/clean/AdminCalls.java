package io.brainwright.fabric.clean;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.ReplicaInfo;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** What a cleaning asks of the broker. */
final class AdminCalls {
    private final Admin admin;

    AdminCalls(Admin admin) {
        this.admin = admin;
    }

    Set<String> topics() {
        return await("listing topics", admin.listTopics().names());
    }

    /** Bytes on disk of each topic. */
    Map<String, Long> sizes(Set<String> topics) {
        var brokers = await("listing brokers", admin.describeCluster().nodes()).stream()
                .map(node -> node.id())
                .toList();
        Map<String, Long> sizes = new HashMap<>();
        await("measuring topics", admin.describeLogDirs(brokers).allDescriptions())
                .values()
                .forEach(folders -> folders.values()
                        .forEach(folder -> folder.replicaInfos().forEach((at, info) -> add(sizes, topics, at, info))));
        return sizes;
    }

    private static void add(Map<String, Long> sizes, Set<String> topics, TopicPartition at, ReplicaInfo info) {
        if (topics.contains(at.topic())) {
            sizes.merge(at.topic(), info.size(), Long::sum);
        }
    }

    void deleteTopics(Collection<String> topics) {
        await("deleting topics", admin.deleteTopics(topics).all());
    }

    /** Offset of each partition below which the group's workers have settled everything; 0 where they have settled nothing. */
    Map<TopicPartition, Long> committed(String group, String topic) {
        var described = await(
                        "describing " + topic,
                        admin.describeTopics(List.of(topic)).allTopicNames())
                .values()
                .iterator()
                .next();
        var offsets = await(
                "reading offsets of " + group,
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> committed = new HashMap<>();
        for (var partition : described.partitions()) {
            var at = new TopicPartition(topic, partition.partition());
            var offset = offsets.get(at);
            committed.put(at, offset == null ? 0L : offset.offset());
        }
        return committed;
    }

    /** First offset that each partition still holds. */
    Map<TopicPartition, Long> begins(Set<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> ask = new HashMap<>();
        partitions.forEach(partition -> ask.put(partition, OffsetSpec.earliest()));
        Map<TopicPartition, Long> begins = new HashMap<>();
        await("reading offsets", admin.listOffsets(ask).all()).forEach((at, found) -> begins.put(at, found.offset()));
        return begins;
    }

    /** Deletes what lies before these offsets; returns how many records that are. */
    long deleteBefore(Map<TopicPartition, Long> before, boolean dryRun) {
        var begins = begins(before.keySet());
        long records = 0;
        Map<TopicPartition, RecordsToDelete> delete = new HashMap<>();
        for (var at : before.entrySet()) {
            long count = at.getValue() - begins.getOrDefault(at.getKey(), 0L);
            if (count > 0) {
                records += count;
                delete.put(at.getKey(), RecordsToDelete.beforeOffset(at.getValue()));
            }
        }
        if (!dryRun && !delete.isEmpty()) {
            await("deleting records", admin.deleteRecords(delete).all());
        }
        return records;
    }

    private static <T> T await(String doing, KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(Kind.CANCELLED, "INTERRUPTED", "Stopped while " + doing + ".", "", Map.of());
        } catch (ExecutionException e) {
            throw new Problem(
                    Kind.UNAVAILABLE,
                    "KAFKA_UNAVAILABLE",
                    "Kafka failed while %s: %s.".formatted(doing, e.getCause()),
                    "See whether the broker runs: 'brainwright doctor'.",
                    Map.of("doing", doing, "cause", String.valueOf(e.getCause())),
                    List.of(),
                    e);
        }
    }
}
