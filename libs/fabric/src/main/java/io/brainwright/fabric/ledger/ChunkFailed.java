package io.brainwright.fabric.ledger;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import java.util.Map;

/**
 * Says that a chunk could not be made.
 *
 * @param run run whose task this was
 * @param dataset id of the dataset
 * @param chunk index of the chunk
 * @param problem what went wrong
 */
public record ChunkFailed(String run, String dataset, int chunk, Told problem) {
    /** Reason of the problem that a chunk's workers vanish one after the other. */
    public static final String DEADLY = "CHUNK_KILLS_WORKERS";

    /** A {@link Problem} in words that travel. */
    public record Told(
            Kind kind, String reason, String what, String remedy, Map<String, String> facts, List<FieldFault> faults) {
        public static Told of(Problem p) {
            return new Told(p.kind(), p.reason(), String.valueOf(p.getMessage()), p.remedy(), p.facts(), p.faults());
        }

        public Problem problem() {
            return new Problem(kind, reason, what, remedy, facts, faults, null);
        }
    }
}
