package io.brainwright.placement;

import io.brainwright.fabric.FabricWiring;
import io.brainwright.fabric.ServiceMain;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Places cells in a process of its own; options as {@code --spring.grpc.server.port=N}, see {@link FabricWiring} for the broker's. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({FabricWiring.class, PlacementWiring.class})
public class PlacementService {
    private static final int GRPC_PORT = 7402;

    public static void main(String[] args) {
        start(args);
    }

    /** Starts the service; it runs until the context is closed. */
    public static ConfigurableApplicationContext start(String... args) {
        var application = new SpringApplication(PlacementService.class);
        application.setDefaultProperties(ServiceMain.defaults("placement", GRPC_PORT));
        return application.run(args);
    }
}
