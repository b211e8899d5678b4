package io.brainwright.placement;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.work.Builds;
import io.brainwright.placement.service.BrainStage;
import io.brainwright.placement.service.EndfeetStage;
import io.brainwright.placement.service.PlacementGrpc;
import io.brainwright.placement.service.PlacementStage;
import io.brainwright.placement.service.VesselStage;
import io.brainwright.placement.service.WrappedStage;
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
    VesselStage placementVesselStage() {
        return new VesselStage();
    }

    @Bean
    EndfeetStage placementEndfeetStage() {
        return new EndfeetStage();
    }

    @Bean
    WrappedStage placementWrappedStage() {
        return new WrappedStage();
    }

    @Bean
    BrainStage placementBrainStage() {
        return new BrainStage();
    }

    @Bean
    PlacementGrpc placementGrpc(
            PlacementStage stage,
            VesselStage vessels,
            EndfeetStage endfeet,
            WrappedStage wrapped,
            BrainStage brain,
            Datasets datasets,
            Builds builds) {
        return new PlacementGrpc(stage, vessels, endfeet, wrapped, brain, datasets, builds);
    }
}
