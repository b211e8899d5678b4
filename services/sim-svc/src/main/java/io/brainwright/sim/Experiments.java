package io.brainwright.sim;

import io.brainwright.sim.cases.CaseExperiment;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.run.RunSummary;
import io.brainwright.sim.sonata.SonataExperiment;
import io.brainwright.sonata.config.SimulationFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs an experiment file, of whichever kind it is. */
final class Experiments {
    private Experiments() {}

    static List<RunSummary> run(Path file, Backend backend, int threads, @Nullable Path out, Consumer<String> say) {
        return Files.isRegularFile(file) && SimulationFile.looksLike(file)
                ? SonataExperiment.run(file, backend, threads, out, say)
                : CaseExperiment.run(file, backend, threads, out, say);
    }
}
