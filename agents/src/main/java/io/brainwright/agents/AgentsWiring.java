package io.brainwright.agents;

import io.brainwright.agents.planner.AtlasFacts;
import io.brainwright.agents.planner.Planner;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.agents.run.Services;
import io.brainwright.fabric.dataset.Datasets;
import io.grpc.Channel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The planner and the runner, over the channel to the services. */
@Configuration(proxyBeanMethods = false)
public class AgentsWiring {
    @Bean
    Services services(Channel channel) {
        return Services.on(channel);
    }

    @Bean
    Planner planner(Services services) {
        return new Planner(new AtlasFacts(services.atlas()));
    }

    @Bean
    PlanRunner planRunner(Services services, Datasets datasets) {
        return new PlanRunner(services, datasets);
    }
}
