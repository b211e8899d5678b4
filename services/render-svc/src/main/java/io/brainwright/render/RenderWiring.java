package io.brainwright.render;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.work.Builds;
import io.brainwright.render.service.RenderGrpc;
import io.brainwright.render.service.RenderStage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this service, for its own main and for the studio. */
@Configuration(proxyBeanMethods = false)
public class RenderWiring {
    @Bean
    RenderStage renderStage() {
        return new RenderStage();
    }

    @Bean
    RenderGrpc renderGrpc(Builds builds, Datasets datasets, RenderStage stage) {
        return new RenderGrpc(builds, datasets, stage);
    }
}
