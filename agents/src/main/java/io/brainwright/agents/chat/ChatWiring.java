package io.brainwright.agents.chat;

import io.brainwright.agents.experts.Experts;
import io.brainwright.agents.run.Services;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The conversation and its tools. Needs beans of {@link Proposer}, {@link Services} and {@link Experts}; a {@link ChatModel} bean, where
 * there is one, talks instead of the built-in planner. Two such beans without a primary one are an error.
 */
@Configuration(proxyBeanMethods = false)
public class ChatWiring {
    @Bean
    PlanTools planTools(Proposer proposer, Services services, Experts experts) {
        return new PlanTools(proposer, services, experts);
    }

    @Bean
    Conversation conversation(ObjectProvider<ChatModel> models, PlanTools tools, Experts experts) {
        return new Conversation(models.getIfAvailable(BuiltInPlanner::new), tools, experts);
    }
}
