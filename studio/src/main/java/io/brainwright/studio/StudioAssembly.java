package io.brainwright.studio;

import io.brainwright.agents.AgentsWiring;
import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.audit.AuditedCalls;
import io.brainwright.atlas.AtlasWiring;
import io.brainwright.connectome.ConnectomeWiring;
import io.brainwright.fabric.FabricWiring;
import io.brainwright.fabric.watch.Watch;
import io.brainwright.library.LibraryWiring;
import io.brainwright.placement.PlacementWiring;
import io.brainwright.render.RenderWiring;
import io.brainwright.sim.SimWiring;
import io.brainwright.studio.web.WebWiring;
import io.brainwright.synthesis.SynthesisWiring;
import io.grpc.Channel;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.micrometer.core.instrument.binder.grpc.ObservationGrpcClientInterceptor;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Every service in one JVM: the same wiring classes that each service's own main imports. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    FabricWiring.class,
    AtlasWiring.class,
    PlacementWiring.class,
    SynthesisWiring.class,
    ConnectomeWiring.class,
    SimWiring.class,
    RenderWiring.class,
    LibraryWiring.class,
    PlugsWiring.class,
    AgentsWiring.class,
    WebWiring.class
})
class StudioAssembly {
    /** Name of the in-process gRPC server. */
    static final String IN_PROCESS = "brainwright";

    /** Agents reach the services by gRPC, here without a network; each call is logged. */
    @Bean(destroyMethod = "shutdownNow")
    Channel servicesChannel(Audit audit, Watch watch) {
        return InProcessChannelBuilder.forName(IN_PROCESS)
                .intercept(new AuditedCalls(audit), new ObservationGrpcClientInterceptor(watch.observations()))
                .build();
    }
}
