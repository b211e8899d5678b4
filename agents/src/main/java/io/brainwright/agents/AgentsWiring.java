package io.brainwright.agents;

import io.brainwright.agents.chat.ChatWiring;
import io.brainwright.agents.chat.Proposed;
import io.brainwright.agents.chat.Proposer;
import io.brainwright.agents.experts.Experts;
import io.brainwright.agents.planner.AtlasFacts;
import io.brainwright.agents.planner.Planner;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.agents.planner.WorkspaceView;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.agents.run.Services;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.Problem;
import io.grpc.Channel;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The conversation, the planner, the experts and the runner, over the channel to the services. */
@Configuration(proxyBeanMethods = false)
@Import(ChatWiring.class)
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
    Proposer proposer(Planner planner, @Value("${brainwright.workspace:brainwright-workspace}") Path workspace) {
        return words -> {
            try {
                return said(planner.propose(words, WorkspaceView.of(workspace)));
            } catch (Problem problem) {
                return new Proposed(null, problem.sentence());
            }
        };
    }

    @Bean
    Experts experts(@Value("${brainwright.workspace:brainwright-workspace}") Path workspace) {
        return Experts.of(workspace.resolve("agents"));
    }

    @Bean
    PlanRunner planRunner(Services services, Datasets datasets) {
        return new PlanRunner(services, datasets);
    }

    private static Proposed said(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Ready ready -> new Proposed(ready.plan(), ready.text());
            case Proposal.Answer answer -> new Proposed(null, answer.text());
            case Proposal.Edit edit -> new Proposed(edit.plan(), edit.text());
            case Proposal.Undo undo -> new Proposed(undo.plan(), undo.text());
            case Proposal.Approve approve -> new Proposed(approve.plan(), approve.text());
            case Proposal.Question q ->
                new Proposed(null, q.text() + (q.understood().isBlank() ? "" : "\nI read this as: " + q.understood()));
            case Proposal.Decline d -> {
                var text = new StringBuilder(d.text());
                d.alternatives().forEach(a -> text.append("\n  Instead: ").append(a));
                yield new Proposed(null, text.toString());
            }
        };
    }
}
