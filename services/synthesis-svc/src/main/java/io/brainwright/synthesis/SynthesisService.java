package io.brainwright.synthesis;

import io.brainwright.fabric.FabricWiring;
import io.brainwright.fabric.ServiceMain;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Grows morphologies in a process of its own; options as {@code --spring.grpc.server.port=N}, see {@link FabricWiring} for the broker's. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({FabricWiring.class, SynthesisWiring.class})
public class SynthesisService {
    private static final int GRPC_PORT = 7403;

    public static void main(String[] args) {
        start(args);
    }

    /** Starts the service; it runs until the context is closed. */
    public static ConfigurableApplicationContext start(String... args) {
        var application = new SpringApplication(SynthesisService.class);
        application.setDefaultProperties(ServiceMain.defaults("synthesis", GRPC_PORT));
        return application.run(args);
    }
}
