package io.brainwright.agents.actions;

import io.brainwright.agents.run.ActionExecutor;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The executors of the stages' own actions. */
@Configuration(proxyBeanMethods = false)
public class ActionsWiring {
    /** All of them. */
    public static List<ActionExecutor> all() {
        return List.of(
                new AtlasQuery(),
                new AtlasRegion(),
                new PlacementCells(),
                new PlacementAnalyse(),
                new PlacementVessels(),
                new SynthesisDendrites(),
                new SynthesisAxons(),
                new SynthesisAnalyse(),
                new ConnectomeLocal(),
                new ConnectomeMidRange(),
                new ConnectomeThalamic(),
                new ConnectomeAstrocytes(),
                new ReadByOthers("connectome.physiology"),
                new ConnectomeEdit(),
                new ConnectomeAnalyse(),
                new SimRun(),
                new SimAnalyse(),
                new RenderPlot(),
                new RenderImage(),
                new RenderSound(),
                new RenderMovie(),
                new ExportSonata(),
                new ExportSwc(),
                new EstimateCost(),
                new AgentCreate());
    }

    @Bean
    StageActions stageActions() {
        return new StageActions(all());
    }

    /** The executors that come with the stages; further ones are beans of their own. */
    public record StageActions(List<ActionExecutor> executors) {}
}
