package io.brainwright.fabric;

import io.brainwright.fabric.keys.KeyFolder;
import io.brainwright.fabric.watch.WatchWiring;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the mains of all services have in common: the defaults of a service that runs in a process of its own. They are code and
 * not an {@code application.yaml}, because the studio has every service on its class path and would read but one such file.
 */
public final class ServiceMain {
    private static final String KEYS = "BRAINWRIGHT_KEYS";

    private ServiceMain() {}

    /** A process that was given a key folder in {@code BRAINWRIGHT_KEYS} shows its certificate. */
    private static void keys(Map<String, Object> defaults) {
        var folder = System.getenv(KEYS);
        if (folder != null && !folder.isBlank()) {
            defaults.putAll(KeyFolder.open(Path.of(folder)).springServerProperties());
        }
    }

    /**
     * Default properties of one service; the command line overrides each of them.
     *
     * @param name of the service, e.g. {@code placement}
     * @param grpcPort where it answers, on the loopback interface only; 0 takes a free one
     */
    public static Map<String, Object> defaults(String name, int grpcPort) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("spring.application.name", name);
        defaults.put("spring.main.web-application-type", "none");
        defaults.put("spring.main.banner-mode", "off");
        defaults.put("spring.threads.virtual.enabled", true);
        defaults.put("spring.grpc.server.address", "127.0.0.1");
        defaults.put("spring.grpc.server.port", grpcPort);
        defaults.put("spring.grpc.server.shutdown.grace-period", "1s");
        defaults.put("logging.level.root", "warn");
        defaults.put("logging.level.io.brainwright", "info");
        defaults.put("logging.level.org.springframework.grpc.server", "info");
        defaults.put("logging.level.org.apache.kafka", "error");
        defaults.put("logging.level.kafka", "error");
        defaults.put("logging.level.state.change.logger", "error");
        keys(defaults);
        defaults.putAll(WatchWiring.properties());
        return defaults;
    }
}
