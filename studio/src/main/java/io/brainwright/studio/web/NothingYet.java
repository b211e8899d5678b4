package io.brainwright.studio.web;

import io.brainwright.neuro.problem.Problem;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/** A workspace in which nothing was done yet is no failure: what would show its work answers 204, no content. */
public final class NothingYet {
    private static final Set<String> REASONS = Set.of("NOTEBOOK_EMPTY", "NOTHING_SIMULATED", "NOTHING_BUILT");

    private NothingYet() {}

    /** The answer, or no content. */
    public static <T> ResponseEntity<T> or(Supplier<T> answer) {
        try {
            return ResponseEntity.ok(answer.get());
        } catch (Problem problem) {
            if (REASONS.contains(problem.reason())) {
                return ResponseEntity.noContent().build();
            }
            throw problem;
        }
    }
}
