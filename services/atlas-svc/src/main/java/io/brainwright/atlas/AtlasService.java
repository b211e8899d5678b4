package io.brainwright.atlas;

import io.brainwright.fabric.FabricWiring;
import io.brainwright.fabric.ServiceMain;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Serves the atlas in a process of its own; options as {@code --spring.grpc.server.port=N}, see {@link FabricWiring} for the broker's. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({FabricWiring.class, AtlasWiring.class})
public class AtlasService {
    private static final int GRPC_PORT = 7401;

    public static void main(String[] args) {
        start(args);
    }

    /** Starts the service; it runs until the context is closed. */
    public static ConfigurableApplicationContext start(String... args) {
        var application = new SpringApplication(AtlasService.class);
        application.setDefaultProperties(ServiceMain.defaults("atlas", GRPC_PORT));
        return application.run(args);
    }
}
