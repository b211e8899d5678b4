package io.brainwright.fabric.broker;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the fabric: their names, and how they are made. */
public final class Topics {
    /** Manifests by dataset id, compacted. */
    public static final String CATALOGUE = "bw.catalogue";
    /** What became of chunks; one partition, so that its offsets order all attempts. */
    public static final String DONE = "bw.done";
    /** How far chunks are; kept for an hour. */
    public static final String PROGRESS = "bw.progress";
    /** Builds that were cancelled. */
    public static final String CONTROL = "bw.control";

    private static final String DATA = "bw.data.";
    private static final String SMALL = "bw.small.";
    private static final String TASKS = "bw.tasks.";
    /** Partitions of each task topic. */
    public static final int TASK_PARTITIONS = 16;

    private final Admin admin;
    private final short replication;

    /**
     * @param admin connection
     * @param replication replicas of each topic
     */
    public Topics(Admin admin, short replication) {
        this.admin = admin;
        this.replication = replication;
    }

    /** Chunk tasks of a stage. */
    public static String tasks(String stage) {
        return TASKS + stage;
    }

    /** Rows of one dataset, named by its id. */
    public static String data(String id) {
        return DATA + id;
    }

    /** Rows of a stage's small datasets. */
    public static String small(String stage) {
        return SMALL + stage;
    }

    /** The id of the dataset whose topic this is, or an empty string. */
    public static String dataId(String topic) {
        return topic.startsWith(DATA) ? topic.substring(DATA.length()) : "";
    }

    /** The stage whose tasks this topic holds, or an empty string. */
    public static String taskStage(String topic) {
        return topic.startsWith(TASKS) ? topic.substring(TASKS.length()) : "";
    }

    /** Whether this topic holds rows of a stage's small datasets. */
    public static boolean isSmall(String topic) {
        return topic.startsWith(SMALL);
    }

    /** The consumer group of a stage's workers. */
    public static String workers(String stage) {
        return "bw.workers." + stage;
    }

    /** Makes the topics that every process needs. */
    public void ensureShared() {
        ensure(List.of(
                topic(CATALOGUE, 1, Map.of("cleanup.policy", "compact")),
                topic(DONE, 1, retained(Duration.ofDays(30))),
                topic(PROGRESS, 1, retained(Duration.ofHours(1))),
                topic(CONTROL, 1, retained(Duration.ofDays(30)))));
    }

    /** Makes the topics of a stage. */
    public void ensureStage(String stage) {
        ensure(List.of(
                topic(tasks(stage), TASK_PARTITIONS, retained(Duration.ofDays(30))),
                topic(small(stage), 1, Map.of("cleanup.policy", "compact"))));
    }

    /** Makes the topic of a dataset. */
    public void ensureData(String id) {
        ensure(List.of(topic(data(id), 1, Map.of("cleanup.policy", "delete"))));
    }

    private NewTopic topic(String name, int partitions, Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("max.message.bytes", String.valueOf(BrokerSettings.MAX_MESSAGE_BYTES));
        all.putIfAbsent("retention.ms", "-1");
        all.put("message.timestamp.type", "LogAppendTime"); // one clock for all: those of the machines may jump
        return new NewTopic(name, partitions, replication).configs(all);
    }

    private static Map<String, String> retained(Duration time) {
        return Map.of("cleanup.policy", "delete", "retention.ms", String.valueOf(time.toMillis()));
    }

    private void ensure(Collection<NewTopic> topics) {
        var made = admin.createTopics(topics).values();
        for (var topic : made.entrySet()) {
            try {
                topic.getValue().get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Problem(Kind.CANCELLED, "INTERRUPTED", "Stopped while waiting for Kafka.", "", Map.of());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new Problem(
                            Kind.UNAVAILABLE,
                            "TOPIC_NOT_MADE",
                            "Kafka did not make the topic %s: %s.".formatted(topic.getKey(), e.getCause()),
                            "See whether the broker runs: 'brainwright doctor'.",
                            Map.of("topic", topic.getKey(), "cause", String.valueOf(e.getCause())),
                            List.of(),
                            e);
                }
            }
        }
    }
}
