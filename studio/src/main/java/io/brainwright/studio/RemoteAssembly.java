package io.brainwright.studio;

import io.brainwright.agents.AgentsWiring;
import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.audit.AuditedCalls;
import io.brainwright.fabric.FabricWiring;
import io.brainwright.fabric.keys.KeyFolder;
import io.brainwright.fabric.keys.TokenCalls;
import io.brainwright.fabric.watch.Watch;
import io.brainwright.library.LibraryWiring;
import io.brainwright.studio.gateway.HomeOrAway;
import io.brainwright.studio.gateway.Reconnecting;
import io.brainwright.studio.gateway.ServerAddress;
import io.brainwright.studio.web.WebWiring;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.micrometer.core.instrument.binder.grpc.ObservationGrpcClientInterceptor;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The scientist's own process when the stages run elsewhere: agents, notebook, library and
 * plugged-in stages; no broker and no built-in stage. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({FabricWiring.class, LibraryWiring.class, PlugsWiring.class, AgentsWiring.class, WebWiring.class})
class RemoteAssembly {
    @Bean(destroyMethod = "shutdownNow")
    ManagedChannel server(@Value("${brainwright.server}") String address, @Value("${brainwright.keys}") Path keys) {
        return ServerAddress.parse(address).channel(KeyFolder.open(keys));
    }

    @Bean(destroyMethod = "shutdownNow")
    ManagedChannel home(@Value("${brainwright.keys}") Path keys) {
        return InProcessChannelBuilder.forName(StudioAssembly.IN_PROCESS)
                .intercept(new TokenCalls(KeyFolder.open(keys)))
                .build();
    }

    /** Each call is logged, wherever it goes. */
    @Bean
    @Primary
    Channel servicesChannel(ManagedChannel server, ManagedChannel home, Audit audit, Watch watch) {
        return ClientInterceptors.intercept(
                new HomeOrAway(home, new Reconnecting(server)),
                new AuditedCalls(audit),
                new ObservationGrpcClientInterceptor(watch.observations()));
    }
}
