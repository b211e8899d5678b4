package io.brainwright.sim;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.work.Builds;
import io.brainwright.sim.service.SimGrpc;
import io.brainwright.sim.service.SimStage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the simulator: its stage and its gRPC service. Needs {@link Builds} and {@link Datasets} from outside. */
@Configuration(proxyBeanMethods = false)
public class SimWiring {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    @Bean
    SimStage simStage() {
        return new SimStage(THREADS);
    }

    @Bean
    SimGrpc simGrpc(SimStage stage, Builds builds, Datasets datasets) {
        return new SimGrpc(stage, builds, datasets, THREADS);
    }
}
