package io.brainwright.sim.run;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Checkpoints;
import io.brainwright.sim.model.solver.Checkpoints.Start;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How an experiment is run; none of it changes a result.
 *
 * @param backend who computes
 * @param threads threads to use
 * @param out folder of the results; null: the experiment's own, or none
 * @param checkpointEvery_ms model time between checkpoints; 0: none are taken
 * @param resume whether the run goes on from its last checkpoint
 * @param paused asked once per epoch: whether the run is to stop
 * @param say told how far it is
 */
public record RunOptions(
        Backend backend,
        int threads,
        @Nullable Path out,
        double checkpointEvery_ms,
        boolean resume,
        BooleanSupplier paused,
        Consumer<String> say) {
    /** chosen: what a run that was resumed without a word about it may lose. */
    private static final double RESUMED_EVERY_MS = 100;

    /** Without checkpoints. */
    public static RunOptions plain(Backend backend, int threads, @Nullable Path out, Consumer<String> say) {
        return new RunOptions(backend, threads, out, 0, false, () -> false, say);
    }

    /** Whether the run keeps checkpoints. */
    public boolean keeps() {
        return checkpointEvery_ms > 0 || resume;
    }

    /** The checkpoints of a run whose results lie in a folder; null where it keeps none. */
    public @Nullable Checkpoints checkpoints(@Nullable Path folder) {
        if (!keeps()) {
            return null;
        }
        if (folder == null) {
            throw new Problem(
                    Kind.INVALID,
                    "CHECKPOINTS_NEED_A_FOLDER",
                    "A run with checkpoints has no folder for them.",
                    "Give --out DIR.",
                    Map.of());
        }
        var place = folder.resolve("checkpoint");
        double every_ms = checkpointEvery_ms > 0 ? checkpointEvery_ms : RESUMED_EVERY_MS;
        var checkpoints = Checkpoints.every(place, every_ms, resume ? Start.RESUME : Start.ANEW);
        if (!resume && checkpoints.exists()) {
            say.accept("%s holds an earlier checkpoint, which is given up; --resume goes on from it".formatted(place));
        }
        return checkpoints;
    }

    /** Refuses to go on from nothing. */
    public static Problem nothingToResume(Path folder) {
        return new Problem(
                Kind.PRECONDITION,
                "NO_CHECKPOINT",
                "There is no checkpoint in %s.".formatted(folder),
                "Name the --out folder of a run with --checkpoint-every, or leave --resume out.",
                Map.of("folder", folder.toString()));
    }
}
