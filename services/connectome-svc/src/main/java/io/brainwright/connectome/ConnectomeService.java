package io.brainwright.connectome;

import io.brainwright.fabric.FabricWiring;
import io.brainwright.fabric.ServiceMain;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Wires cells in a process of its own; options as {@code --spring.grpc.server.port=N}, see {@link FabricWiring} for the broker's. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({FabricWiring.class, ConnectomeWiring.class})
public class ConnectomeService {
    private static final int GRPC_PORT = 7404;

    public static void main(String[] args) {
        start(args);
    }

    /** Starts the service; it runs until the context is closed. */
    public static ConfigurableApplicationContext start(String... args) {
        var application = new SpringApplication(ConnectomeService.class);
        application.setDefaultProperties(ServiceMain.defaults("connectome", GRPC_PORT));
        return application.run(args);
    }
}
