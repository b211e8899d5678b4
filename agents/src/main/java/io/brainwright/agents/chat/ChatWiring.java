package io.brainwright.agents.chat;

import io.brainwright.agents.experts.Experts;
import io.brainwright.agents.models.Models;
import io.brainwright.agents.models.SettingsFile;
import java.util.List;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The conversation. Needs beans of {@link Proposer} and {@link Experts}, and takes one of {@link Surroundings}. Who talks: the model that
 * {@code brainwright.yaml} chooses, else a {@link ChatModel} bean, else the built-in planner. Two such beans without a primary one are
 * an error.
 */
@Configuration(proxyBeanMethods = false)
public class ChatWiring {
    @Bean
    Models models(ObjectProvider<ChatModel> beans, Experts experts) {
        return new Models(SettingsFile.read(experts.workspace()), beans.getIfAvailable());
    }

    @Bean
    Conversation conversation(
            Models models, Proposer proposer, Experts experts, ObjectProvider<Surroundings> surroundings) {
        return new Conversation(
                models, proposer, experts, surroundings.getIfAvailable(() -> Surroundings.of(List.of())));
    }
}
