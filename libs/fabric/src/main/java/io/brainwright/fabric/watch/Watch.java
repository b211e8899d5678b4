package io.brainwright.fabric.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.IntSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What this process tells of itself. An observation is both a timer (count, sum, longest) and a span of a trace; names and tags are
 * listed in docs/watching.md. Tags with few values ({@code stage}) go to metrics, others ({@code dataset}) to traces only.
 *
 * @param observations where timed work is told
 * @param meters where amounts are counted
 */
public record Watch(ObservationRegistry observations, MeterRegistry meters) {
    private static final String STAGE = "stage";
    private static final String DATASET = "dataset";
    private static final String CHUNK = "chunk";

    /** Nobody watches. */
    public static Watch none() {
        return new Watch(ObservationRegistry.NOOP, new CompositeMeterRegistry());
    }

    /** A build from the request to the catalogue. */
    public Observation build(String stage, String dataset) {
        return Observation.createNotStarted("brainwright.build", observations)
                .contextualName(stage + " build")
                .lowCardinalityKeyValue(STAGE, stage)
                .highCardinalityKeyValue(DATASET, dataset);
    }

    /** A task on its way into Kafka; its headers will carry the trace. */
    public Observation task(String stage, int chunk, Headers headers) {
        return Observation.createNotStarted("brainwright.task", () -> TaskHeaders.sent(headers), observations)
                .contextualName(stage + " task")
                .lowCardinalityKeyValue(STAGE, stage)
                .highCardinalityKeyValue(CHUNK, String.valueOf(chunk));
    }

    /** A chunk in the hands of a worker; part of the trace that its task's headers carry. */
    public Observation chunk(String stage, String dataset, int chunk, Headers headers) {
        return Observation.createNotStarted("brainwright.chunk", () -> TaskHeaders.taken(headers), observations)
                .contextualName(stage + " chunk")
                .lowCardinalityKeyValue(STAGE, stage)
                .highCardinalityKeyValue(DATASET, dataset)
                .highCardinalityKeyValue(CHUNK, String.valueOf(chunk));
    }

    /** One run of a plan, from approval to findings. */
    public Observation plan(String hash) {
        return Observation.createNotStarted("brainwright.plan", observations)
                .contextualName("plan")
                .highCardinalityKeyValue("plan", hash);
    }

    /** One step of a plan. */
    public Observation step(String action) {
        return Observation.createNotStarted("brainwright.step", observations)
                .contextualName(action)
                .lowCardinalityKeyValue("action", action);
    }

    /** Counts rows that a chunk wrote. */
    public void written(String stage, long rows, long bytes) {
        meters.counter("brainwright.written.rows", STAGE, stage).increment(rows);
        meters.counter("brainwright.written.bytes", STAGE, stage).increment(bytes);
    }

    /** Counts bytes fetched from Kafka. */
    public void read(long bytes) {
        meters.counter("brainwright.read.bytes").increment(bytes);
    }

    /** Counts a chunk that could not be made. */
    public void failed(String stage, String reason) {
        meters.counter("brainwright.chunks.failed", STAGE, stage, "reason", reason)
                .increment();
    }

    /** Follows how many of a worker's threads make chunks. */
    public void threads(IntSupplier busy, int size) {
        Gauge.builder("brainwright.worker.busy", busy, IntSupplier::getAsInt).register(meters);
        Gauge.builder("brainwright.worker.threads", () -> size).register(meters);
    }

    /** Follows how far a consumer is behind its topics, and what else Kafka's client measures, until closed. */
    public Following follow(Consumer<?, ?> consumer) {
        if (observations.isNoop()) {
            return () -> {};
        }
        var metrics = new KafkaClientMetrics(consumer);
        metrics.bindTo(meters);
        return metrics::close;
    }

    /** Makes what this thread does next a part of another thread's observation, until closed. */
    public static Observation.Scope within(@Nullable Observation observation) {
        return observation == null ? Observation.Scope.NOOP : observation.openScope();
    }

    /** Something that is followed until this is closed. */
    public interface Following extends AutoCloseable {
        @Override
        void close();
    }
}
