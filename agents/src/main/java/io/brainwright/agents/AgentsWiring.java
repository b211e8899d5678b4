package io.brainwright.agents;

import io.brainwright.agents.actions.ActionsWiring;
import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.chat.ChatWiring;
import io.brainwright.agents.chat.LookUpTool;
import io.brainwright.agents.chat.Proposer;
import io.brainwright.agents.chat.QueryTools;
import io.brainwright.agents.chat.SceneTools;
import io.brainwright.agents.chat.Surroundings;
import io.brainwright.agents.dialogue.Dialogue;
import io.brainwright.agents.experts.Experts;
import io.brainwright.agents.explain.Explainer;
import io.brainwright.agents.library.LibraryActions;
import io.brainwright.agents.mcp.PlanOffers;
import io.brainwright.agents.mcp.ToolServers;
import io.brainwright.agents.models.SettingsFile;
import io.brainwright.agents.notebook.actions.NotebookWiring;
import io.brainwright.agents.planner.AtlasFacts;
import io.brainwright.agents.planner.Planner;
import io.brainwright.agents.plugged.PluggedExecutor;
import io.brainwright.agents.plugged.PluggedStages;
import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.agents.run.Services;
import io.brainwright.agents.run.WorkspaceReader;
import io.brainwright.agents.showing.SceneDesk;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.watch.Watch;
import io.grpc.Channel;
import java.nio.file.Path;
import java.util.ArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The conversation, the planner, the experts and the runner, over the channel to the services. */
@Configuration(proxyBeanMethods = false)
@Import({ChatWiring.class, ActionsWiring.class, LibraryActions.class, NotebookWiring.class})
public class AgentsWiring {
    @Bean
    Services services(Channel channel) {
        return Services.on(channel);
    }

    @Bean
    Audit audit(@Value("${brainwright.workspace:brainwright-workspace}") Path workspace) {
        return new Audit(workspace);
    }

    /** Stages of the scientist's own; plans take their actions like any other. */
    @Bean
    PluggedStages pluggedStages(Services services) {
        return new PluggedStages(services.plugin());
    }

    @Bean
    Planner planner(Services services, Experts experts, PluggedStages plugged) {
        return new Planner(new AtlasFacts(services.atlas()), experts::lexicon, plugged);
    }

    /** The one dialogue of this workspace; it goes on where the last process left it. */
    @Bean
    Dialogue dialogue(Planner planner, @Value("${brainwright.workspace:brainwright-workspace}") Path workspace) {
        return Dialogue.kept(
                planner,
                () -> new WorkspaceReader(workspace).view(),
                workspace.resolve("plans").resolve("current.json"));
    }

    @Bean
    Proposer proposer(
            Planner planner,
            Dialogue dialogue,
            PluggedStages plugged,
            @Value("${brainwright.workspace:brainwright-workspace}") Path workspace) {
        return new PlannerDesk(planner, dialogue, () -> new WorkspaceReader(workspace).view(), plugged);
    }

    @Bean
    QueryTools queryTools(
            Services services,
            Datasets datasets,
            @Value("${brainwright.workspace:brainwright-workspace}") Path workspace) {
        return new QueryTools(services, datasets, workspace);
    }

    /** Where the graphics engineer works. */
    @Bean
    SceneDesk sceneDesk(
            Services services,
            Datasets datasets,
            @Value("${brainwright.workspace:brainwright-workspace}") Path workspace) {
        return new SceneDesk(services, datasets, workspace);
    }

    /** What the conversation has around it; every call of a model and of a tool stands in the audit log. */
    @Bean
    Surroundings surroundings(
            QueryTools looking,
            PlanRunner runner,
            SceneDesk scenes,
            Dialogue dialogue,
            ToolServers foreign,
            Audit audit,
            Datasets datasets,
            @Value("${brainwright.workspace:brainwright-workspace}") Path workspace) {
        var explainer = new Explainer(datasets, workspace);
        var tools = new ArrayList<>(looking.all());
        tools.add(new LookUpTool(runner).tool());
        tools.addAll(new SceneTools(scenes).all());
        var showing = new ScenesShown(scenes, dialogue::pending, workspace.resolve("studies"));
        return new Surroundings(tools, foreign, explainer::answer, showing, new AuditedCalls(audit));
    }

    /** Other programs' tools, as the workspace's file names them. */
    @Bean(destroyMethod = "close")
    ToolServers toolServers(@Value("${brainwright.workspace:brainwright-workspace}") Path workspace) {
        return new ToolServers(SettingsFile.read(workspace).servers());
    }

    /** What other programs may ask of us. */
    @Bean
    PlanOffers planOffers(
            QueryTools looking,
            PlanRunner runner,
            Planner planner,
            Experts experts,
            Audit audit,
            @Value("${brainwright.workspace:brainwright-workspace}") Path workspace) {
        var tools = new ArrayList<>(looking.all());
        tools.add(new LookUpTool(runner).tool());
        return new PlanOffers(
                tools,
                words -> planner.propose(words, new WorkspaceReader(workspace).view()),
                experts,
                new AuditedCalls(audit));
    }

    @Bean
    Experts experts(@Value("${brainwright.workspace:brainwright-workspace}") Path workspace) {
        return Experts.of(workspace.resolve("agents"));
    }

    @Bean
    PlanRunner planRunner(
            Services services,
            Datasets datasets,
            ActionsWiring.StageActions stages,
            ObjectProvider<ActionExecutor> others,
            Watch watch,
            PluggedStages plugged,
            @Value("${brainwright.workspace:brainwright-workspace}") Path workspace) {
        var executors = new ArrayList<>(stages.executors());
        others.orderedStream().forEach(executors::add);
        return new PlanRunner(services, datasets, workspace, executors, watch, plugged, PluggedExecutor::new);
    }
}
