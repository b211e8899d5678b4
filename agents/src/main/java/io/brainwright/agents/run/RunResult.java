package io.brainwright.agents.run;

import io.brainwright.proto.sim.v1.CompareResponse;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run.
 *
 * @param datasets in the order of their making
 * @param comparison the run against its control; null where the plan asks for none
 * @param onset_ms when the stimulus began, 0 where there is none
 * @param pictures PNG files
 * @param circuit SONATA circuit_config.json; null where nothing was released
 * @param simulation SONATA simulation_config.json; null where nothing was released
 */
public record RunResult(
        List<Built> datasets,
        @Nullable CompareResponse comparison,
        double onset_ms,
        List<Path> pictures,
        @Nullable Path circuit,
        @Nullable Path simulation) {
    public RunResult {
        datasets = List.copyOf(datasets);
        pictures = List.copyOf(pictures);
    }
}
