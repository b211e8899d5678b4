package io.brainwright.fabric.watch;

import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Carries a trace across Kafka in the headers of a task, as W3C Trace Context says ({@code traceparent}). */
final class TaskHeaders {
    private TaskHeaders() {}

    /** For whoever writes a task. */
    static SenderContext<Headers> sent(Headers headers) {
        var context = new SenderContext<Headers>(TaskHeaders::put, Kind.PRODUCER);
        context.setCarrier(headers);
        return context;
    }

    /** For whoever takes it. */
    static ReceiverContext<Headers> taken(Headers headers) {
        var context = new ReceiverContext<>(TaskHeaders::get, Kind.CONSUMER);
        context.setCarrier(headers);
        return context;
    }

    private static void put(@Nullable Headers headers, String key, String value) {
        if (headers != null) {
            headers.remove(key);
            headers.add(key, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static @Nullable String get(Headers headers, String key) {
        var header = headers.lastHeader(key);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
