package io.brainwright.fabric.build;

import io.brainwright.fabric.ledger.ChunkFailed;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.RetriableException;

/** The problems that builds can have. */
final class Problems {
    private Problems() {}

    /** What a stage threw; a problem stays what it is. */
    static Problem of(String stage, String chunk, Throwable thrown) {
        if (thrown instanceof Problem problem) {
            return problem;
        }
        if (thrown instanceof RetriableException) {
            return kafka(
                    "stage %s was at %s".formatted(stage, chunk), thrown); // a broker that is slow or away: asked again
        }
        var memory = thrown instanceof OutOfMemoryError;
        return new Problem(
                memory ? Kind.TOO_LARGE : Kind.INTERNAL,
                memory ? "OUT_OF_MEMORY" : "CHUNK_FAILED",
                "Stage %s failed at %s: %s.".formatted(stage, chunk, thrown),
                memory ? "Ask for less, or give the process more memory (-Xmx)." : "The worker's log has the details.",
                Map.of("stage", stage, "chunk", chunk, "cause", String.valueOf(thrown)),
                List.of(),
                thrown);
    }

    static Problem cancelled(String stage) {
        return new Problem(
                Kind.CANCELLED,
                "BUILD_CANCELLED",
                "The build of stage %s was cancelled.".formatted(stage),
                "Ask again to go on from the chunks that are done.",
                Map.of("stage", stage));
    }

    /** A chunk whose workers vanish one after the other: out of memory, a crash in native code, the plug. */
    static Problem deadly(String stage, String chunk, int times) {
        return new Problem(
                Kind.INTERNAL,
                ChunkFailed.DEADLY,
                "Stage %s: %s was begun %d times, and each time its worker vanished before it was done."
                        .formatted(stage, chunk, times),
                "See the workers' logs for how they ended (memory?); ask again to try anew, all other chunks are kept.",
                Map.of("stage", stage, "chunk", chunk, "times", String.valueOf(times)));
    }

    static Problem closing() {
        return new Problem(
                Kind.CANCELLED,
                "WORKER_CLOSING",
                "This worker is closing.",
                "Its tasks go to other workers.",
                Map.of());
    }

    static Problem notDeterministic(String stage, String dataset, int chunk) {
        return new Problem(
                Kind.INTERNAL,
                "NOT_DETERMINISTIC",
                "Two attempts at chunk %d of dataset %s gave different rows.".formatted(chunk, dataset),
                "Stage %s breaks its promise that equal requests give equal bytes; report this.".formatted(stage),
                Map.of("stage", stage, "dataset", dataset, "chunk", String.valueOf(chunk)));
    }

    static Problem otherVersion(String stage, int asked, int here) {
        return new Problem(
                Kind.PRECONDITION,
                "STAGE_VERSION",
                "A task asks for version %d of stage %s; this worker has version %d.".formatted(asked, stage, here),
                "Run the same version of Brainwright everywhere.",
                Map.of("stage", stage, "asked", String.valueOf(asked), "here", String.valueOf(here)));
    }

    static Problem kafka(String doing, Throwable cause) {
        return new Problem(
                Kind.UNAVAILABLE,
                "KAFKA_UNAVAILABLE",
                "Kafka failed while %s: %s.".formatted(doing, cause),
                "See whether the broker runs: 'brainwright doctor'.",
                Map.of("doing", doing, "cause", String.valueOf(cause)),
                List.of(),
                cause);
    }
}
