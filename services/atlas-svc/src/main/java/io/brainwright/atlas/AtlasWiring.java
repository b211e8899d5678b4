package io.brainwright.atlas;

import io.brainwright.atlas.service.AtlasGrpc;
import io.brainwright.atlas.service.AtlasStage;
import io.brainwright.fabric.work.Builds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an application imports to serve the atlas. */
@Configuration(proxyBeanMethods = false)
public class AtlasWiring {
    @Bean
    AtlasStage atlasStage() {
        return new AtlasStage();
    }

    @Bean
    AtlasGrpc atlasGrpc(AtlasStage stage, Builds builds) {
        return new AtlasGrpc(stage, builds);
    }
}
