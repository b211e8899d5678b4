package io.brainwright.library;

import io.brainwright.fabric.FabricWiring;
import io.brainwright.fabric.ServiceMain;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Keeps the data bank in a process of its own; options as {@code --spring.grpc.server.port=N}, see {@link FabricWiring} for the broker's. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({FabricWiring.class, LibraryWiring.class})
public class LibraryService {
    private static final int GRPC_PORT = 7407;

    public static void main(String[] args) {
        start(args);
    }

    /** Starts the service; it runs until the context is closed. */
    public static ConfigurableApplicationContext start(String... args) {
        var application = new SpringApplication(LibraryService.class);
        application.setDefaultProperties(ServiceMain.defaults("library", GRPC_PORT));
        return application.run(args);
    }
}
