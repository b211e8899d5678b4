package io.brainwright.sim;

import io.brainwright.sim.cases.CaseExperiment;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.run.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs an experiment file, of whichever kind it is. */
final class Experiments {
    private Experiments() {}

    static List<RunSummary> run(Path file, Backend backend, int threads, @Nullable Path out, Consumer<String> say) {
        return CaseExperiment.run(file, backend, threads, out, say);
    }
}
