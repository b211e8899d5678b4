package io.brainwright.fabric.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells metrics and traces to a collector that speaks OTLP, when one is named by the variable that all such programs share:
 * {@code OTEL_EXPORTER_OTLP_ENDPOINT}, e.g. {@code http://collector:4318}. Nothing listens for it, and without the variable nothing is
 * told to anyone.
 */
@Configuration(proxyBeanMethods = false)
public class WatchWiring {
    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final String PROPERTY = "otel.exporter.otlp.endpoint";
    private static final String STEP = "10s";

    @Bean
    Watch watch(
            @Value("${management.otlp.metrics.export.enabled:false}") boolean told,
            ObjectProvider<ObservationRegistry> observations,
            ObjectProvider<MeterRegistry> meters) {
        return told ? new Watch(observations.getObject(), meters.getObject()) : Watch.none();
    }

    /** Address of the collector that the environment names, or the system property of the same name; empty for none. */
    public static String collector() {
        return System.getProperty(PROPERTY, System.getenv().getOrDefault(ENDPOINT, ""));
    }

    /** Spring properties by which a process tells its collector what it does. */
    public static Map<String, Object> properties() {
        return properties(collector());
    }

    /** @param endpoint address of the collector, empty for none */
    static Map<String, Object> properties(String endpoint) {
        Map<String, Object> properties = new LinkedHashMap<>();
        boolean told = !endpoint.isBlank();
        var base = endpoint.strip().replaceAll("/+$", "");
        properties.put("management.otlp.metrics.export.enabled", told);
        properties.put("management.otlp.metrics.export.step", STEP);
        properties.put("management.opentelemetry.enabled", told);
        properties.put("management.tracing.sampling.probability", 1.0);
        properties.put("management.logging.export.otlp.enabled", false);
        if (told) {
            properties.put("management.otlp.metrics.export.url", base + "/v1/metrics");
            properties.put("management.opentelemetry.tracing.export.otlp.endpoint", base + "/v1/traces");
        }
        return properties;
    }
}
