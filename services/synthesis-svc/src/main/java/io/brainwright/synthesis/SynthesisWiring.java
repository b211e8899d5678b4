package io.brainwright.synthesis;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.work.Builds;
import io.brainwright.synthesis.model.growth.CorticalLayers;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import io.brainwright.synthesis.service.AstrocyteStage;
import io.brainwright.synthesis.service.SynthesisGrpc;
import io.brainwright.synthesis.service.SynthesisStage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Assembles the synthesis stage and its gRPC service. */
@Configuration(proxyBeanMethods = false)
public class SynthesisWiring {
    @Bean
    GrowthCatalogue growthCatalogue() {
        return new GrowthCatalogue();
    }

    @Bean
    SynthesisStage synthesisStage(GrowthCatalogue catalogue) {
        return new SynthesisStage(catalogue, CorticalLayers.RAT_S1);
    }

    @Bean
    AstrocyteStage synthesisAstrocyteStage() {
        return new AstrocyteStage();
    }

    @Bean
    SynthesisGrpc synthesisGrpc(
            SynthesisStage stage,
            AstrocyteStage astrocytes,
            Builds builds,
            Datasets datasets,
            GrowthCatalogue catalogue) {
        return new SynthesisGrpc(stage, astrocytes, builds, datasets, catalogue);
    }
}
