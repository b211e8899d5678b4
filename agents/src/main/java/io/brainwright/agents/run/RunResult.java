package io.brainwright.agents.run;

import io.brainwright.proto.sim.v1.CompareResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run.
 *
 * @param datasets in the order of their making
 * @param comparison the run against its control, or against itself where there is none; null where nothing was simulated
 * @param controlled whether there was a control
 * @param onset_ms when the stimulus began, 0 where there is none
 * @param pictures PNG and SVG files
 * @param circuit SONATA circuit_config.json; null where nothing was released
 * @param simulation SONATA simulation_config.json; null where nothing was released
 * @param measures every number that was measured
 * @param words what steps said: answers, sources, what could not be measured
 * @param files everything that was written besides pictures and the release: sound, SWC files
 */
public record RunResult(
        List<Built> datasets,
        @Nullable CompareResponse comparison,
        boolean controlled,
        double onset_ms,
        List<Path> pictures,
        @Nullable Path circuit,
        @Nullable Path simulation,
        List<Measure> measures,
        List<String> words,
        List<Path> files) {
    public RunResult {
        datasets = List.copyOf(datasets);
        pictures = List.copyOf(pictures);
        measures = List.copyOf(measures);
        words = List.copyOf(words);
        files = List.copyOf(files);
    }

    /** A run that measured nothing but its comparison. */
    public RunResult(
            List<Built> datasets,
            @Nullable CompareResponse comparison,
            boolean controlled,
            double onset_ms,
            List<Path> pictures,
            @Nullable Path circuit,
            @Nullable Path simulation) {
        this(
                datasets,
                comparison,
                controlled,
                onset_ms,
                pictures,
                circuit,
                simulation,
                List.of(),
                List.of(),
                List.of());
    }

    /** The same with files that were written after it. */
    public RunResult with(List<Path> more) {
        var all = new ArrayList<>(files);
        all.addAll(more);
        return new RunResult(
                datasets, comparison, controlled, onset_ms, pictures, circuit, simulation, measures, words, all);
    }
}
