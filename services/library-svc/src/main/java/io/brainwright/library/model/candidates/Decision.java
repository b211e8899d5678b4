package io.brainwright.library.model.candidates;

import java.time.Instant;

/**
 * What the scientist decided on a candidate.
 *
 * @param candidate its id
 * @param verdict what
 * @param path where it was written in the recipe, empty for a rejection
 * @param reason in the scientist's words, may be empty
 * @param at when
 */
public record Decision(String candidate, Verdict verdict, String path, String reason, Instant at) {
    /** What can be decided. */
    public enum Verdict {
        PROMOTED,
        REJECTED,
        /** It was in the recipe and was taken back; the candidate waits again. */
        DEMOTED
    }
}
