package io.brainwright.placement;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.work.Builds;
import io.brainwright.placement.service.PlacementGrpc;
import io.brainwright.placement.service.PlacementStage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an application imports to place cells. */
@Configuration(proxyBeanMethods = false)
public class PlacementWiring {
    @Bean
    PlacementStage placementStage() {
        return new PlacementStage();
    }

    @Bean
    PlacementGrpc placementGrpc(PlacementStage stage, Datasets datasets, Builds builds) {
        return new PlacementGrpc(stage, datasets, builds);
    }
}
