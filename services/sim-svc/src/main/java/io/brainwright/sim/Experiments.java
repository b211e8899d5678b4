package io.brainwright.sim;

import io.brainwright.sim.cases.CaseExperiment;
import io.brainwright.sim.run.RunForecast;
import io.brainwright.sim.run.RunOptions;
import io.brainwright.sim.run.RunSummary;
import io.brainwright.sim.sonata.SonataExperiment;
import io.brainwright.sonata.config.SimulationFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs an experiment file, of whichever kind it is. */
final class Experiments {
    private Experiments() {}

    static List<RunSummary> run(Path file, RunOptions options) {
        return Files.isRegularFile(file) && SimulationFile.looksLike(file)
                ? SonataExperiment.run(file, options)
                : CaseExperiment.run(file, options);
    }

    static List<RunForecast> estimate(Path file, RunOptions options) {
        return Files.isRegularFile(file) && SimulationFile.looksLike(file)
                ? SonataExperiment.estimate(file, options)
                : CaseExperiment.estimate(file, options);
    }
}
