package io.brainwright.fabric;

import io.brainwright.fabric.broker.EmbeddedBroker;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.GrpcPort;
import io.brainwright.fabric.watch.Watch;
import io.brainwright.fabric.watch.WatchWiring;
import io.brainwright.fabric.work.Builds;
import io.brainwright.fabric.work.Stage;
import io.grpc.ServerBuilder;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.grpc.server.ServerBuilderCustomizer;

/**
 * Gives a Spring application its fabric.
 *
 * <p>Properties: {@code brainwright.workspace} (folder), {@code brainwright.kafka.bootstrap} (empty: a broker of its own in the
 * workspace), {@code brainwright.kafka.port} (of that broker, 0 takes a free one), {@code brainwright.kafka.replication} (replicas of
 * each topic), {@code brainwright.workers} (chunks made at once by this process; default the number of processors, 0 takes no
 * tasks), {@code brainwright.keys} (folder of certificate and token; without it nothing may listen beyond loopback).
 */
@Configuration(proxyBeanMethods = false)
@Import({KeysWiring.class, WatchWiring.class})
public class FabricWiring {
    @Bean(destroyMethod = "close")
    @Conditional(NoBootstrap.class)
    EmbeddedBroker embeddedBroker(
            @Value("${brainwright.workspace:brainwright-workspace}") Path workspace,
            @Value("${brainwright.kafka.port:0}") int port) {
        return EmbeddedBroker.start(workspace, port);
    }

    @Bean(destroyMethod = "close")
    Fabric fabric(
            ObjectProvider<EmbeddedBroker> own,
            @Value("${brainwright.kafka.bootstrap:}") String bootstrap,
            @Value("${brainwright.kafka.replication:1}") short replication,
            @Value("${brainwright.keys:}") String keys,
            Watch watch) {
        var broker = own.getIfAvailable();
        return broker == null
                ? Fabric.connect(bootstrap, new FabricOptions(replication, KeysWiring.folder(keys), watch))
                : Fabric.connect(broker.bootstrap(), new FabricOptions((short) 1, null, watch));
    }

    @Bean(destroyMethod = "")
    Builds builds(Fabric fabric) {
        return fabric.builds();
    }

    @Bean(destroyMethod = "")
    Datasets datasets(Fabric fabric) {
        return fabric.datasets();
    }

    @Bean
    SmartInitializingSingleton workers(
            Fabric fabric, ObjectProvider<Stage<?>> stages, @Value("${brainwright.workers:-1}") int workers) {
        int threads = workers < 0 ? Runtime.getRuntime().availableProcessors() : workers;
        return () -> fabric.work(stages.stream().toList(), threads);
    }

    @Bean
    GrpcPort grpcPort() {
        return new GrpcPort();
    }

    @Bean
    <T extends ServerBuilder<T>> ServerBuilderCustomizer<T> virtualThreads() {
        return server -> server.executor(Executors.newVirtualThreadPerTaskExecutor());
    }

    /** True where no broker is named. */
    static final class NoBootstrap implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment()
                    .getProperty("brainwright.kafka.bootstrap", "")
                    .isBlank();
        }
    }
}
