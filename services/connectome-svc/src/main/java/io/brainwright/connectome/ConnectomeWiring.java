package io.brainwright.connectome;

import io.brainwright.connectome.service.ConnectomeGrpc;
import io.brainwright.connectome.service.ConnectomeStage;
import io.brainwright.connectome.service.EditStage;
import io.brainwright.connectome.service.GapStage;
import io.brainwright.connectome.service.MidRangeStage;
import io.brainwright.connectome.service.ThalamicStage;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.work.Builds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this service, for its own main and for the studio. */
@Configuration(proxyBeanMethods = false)
public class ConnectomeWiring {
    @Bean
    ConnectomeStage connectomeStage() {
        return new ConnectomeStage();
    }

    @Bean
    EditStage connectomeEditStage() {
        return new EditStage();
    }

    @Bean
    ThalamicStage connectomeThalamicStage() {
        return new ThalamicStage();
    }

    @Bean
    MidRangeStage connectomeMidRangeStage() {
        return new MidRangeStage();
    }

    @Bean
    GapStage connectomeGapStage() {
        return new GapStage();
    }

    @Bean
    ConnectomeGrpc connectomeGrpc(
            Builds builds,
            Datasets datasets,
            ConnectomeStage stage,
            EditStage edit,
            ThalamicStage thalamic,
            MidRangeStage midRange,
            GapStage gaps) {
        return new ConnectomeGrpc(builds, datasets, stage, edit, thalamic, midRange, gaps);
    }
}
