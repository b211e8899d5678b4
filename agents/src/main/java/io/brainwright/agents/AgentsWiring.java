package io.brainwright.agents;

import io.brainwright.agents.planner.AtlasFacts;
import io.brainwright.agents.planner.Planner;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.agents.run.Stages;
import io.brainwright.fabric.dataset.Datasets;
import io.grpc.Channel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The planner and the runner, over the channel to the stages. */
@Configuration(proxyBeanMethods = false)
public class AgentsWiring {
    @Bean
    Stages stages(Channel channel) {
        return Stages.over(channel);
    }

    @Bean
    Planner planner(Stages stages) {
        return new Planner(new AtlasFacts(stages.atlas()));
    }

    @Bean
    PlanRunner planRunner(Stages stages, Datasets datasets) {
        return new PlanRunner(stages, datasets);
    }
}
