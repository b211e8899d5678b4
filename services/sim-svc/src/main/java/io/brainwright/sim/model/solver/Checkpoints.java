package io.brainwright.sim.model.solver;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Where a run keeps what it needs to go on after a pause or an accident, and how often it does so.
 *
 * <p>The folder holds {@code state}, the network between two epochs, and {@code journal}, all that the observer was told until then. A run
 * that goes on tells its observer the journal first, so that whoever writes files writes the same bytes as if nothing had happened. A
 * checkpoint does not know threads or back ends: what began on one goes on on another.
 *
 * @param folder made where it is missing
 * @param every_ms model time between two checkpoints; infinite: by wall time only
 * @param wall longest wall time between two
 * @param start what to do with a checkpoint that is there
 */
public record Checkpoints(Path folder, double every_ms, Duration wall, Start start) {
    private static final Duration LONGEST = Duration.ofDays(365);

    /** What becomes of a checkpoint that is there. */
    public enum Start {
        /** The run begins at time 0 and overwrites it. */
        ANEW,
        /** The run goes on from it; one that does not fit is refused. */
        RESUME,
        /** The run goes on from it if it fits, else begins anew and says why. */
        RESUME_IF_IT_FITS
    }

    /** One checkpoint every so much model time. */
    public static Checkpoints every(Path folder, double every_ms, Start start) {
        return new Checkpoints(folder, every_ms, LONGEST, start);
    }

    /** One checkpoint every so much wall time; the results of a run do not depend on when it is taken. */
    public static Checkpoints every(Path folder, Duration wall, Start start) {
        return new Checkpoints(folder, Double.POSITIVE_INFINITY, wall, start);
    }

    /** The same for a second attempt of this very run: it goes on from what the first one kept. */
    Checkpoints goingOn() {
        return new Checkpoints(folder, every_ms, wall, Start.RESUME_IF_IT_FITS);
    }

    /** Whether a run that is over is kept too, to be told again with others of its experiment. */
    boolean alsoAtEnd() {
        return Double.isFinite(every_ms);
    }

    Path state() {
        return folder.resolve("state");
    }

    Path journal() {
        return folder.resolve("journal");
    }

    /** Whether there is one. */
    public boolean exists() {
        return Files.isRegularFile(state());
    }

    /** Removes the files, once the results of the run are kept elsewhere. */
    public void remove() {
        try {
            for (var file : new Path[] {state(), journal(), folder.resolve("state.part")}) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw cannot("removed", e);
        }
    }

    Problem cannot(String what, IOException cause) {
        return new Problem(
                Kind.PRECONDITION,
                "CHECKPOINT_NOT_WRITTEN",
                "Checkpoints in %s cannot be %s: %s.".formatted(folder, what, cause.getMessage()),
                "Give a folder on a disk with room that may be written to.",
                Map.of("folder", folder.toString(), "fault", String.valueOf(cause.getMessage())),
                java.util.List.of(),
                cause);
    }
}
