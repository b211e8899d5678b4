package io.brainwright.studio.web.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands.
 *
 * @param plan hash of the plan
 * @param request the scientist's words
 * @param status RUNNING, DONE, STOPPED or FAILED
 * @param began_ms when it began, ms since 1970
 * @param ended_ms when it ended; 0 while it runs
 * @param now the step that is on its way; null between steps
 * @param done what is finished, a line each
 * @param entry name of the notebook's entry; null before there is one
 * @param findings what was found, in sentences
 * @param problem why it ended early; null where it did not
 */
public record RunState(
        String plan,
        String request,
        Status status,
        long began_ms,
        long ended_ms,
        @Nullable Now now,
        List<Line> done,
        @Nullable String entry,
        List<String> findings,
        @Nullable Object problem) {
    /** How far a run is. */
    public enum Status {
        RUNNING,
        DONE,
        STOPPED,
        FAILED
    }

    /**
     * The step on its way, "placed 41 200 of 60 000 cells, layer 5".
     *
     * @param step what is being made
     * @param words the progress in the scientist's words
     * @param done how many
     * @param total of how many
     */
    public record Now(String step, String words, long done, long total) {}

    /**
     * Something finished.
     *
     * @param step what was made
     * @param words how much, and how long it took
     */
    public record Line(String step, String words) {}

    public RunState {
        done = List.copyOf(done);
        findings = List.copyOf(findings);
    }

    RunState with(@Nullable Now step, List<Line> lines) {
        return new RunState(plan, request, status, began_ms, ended_ms, step, lines, entry, findings, problem);
    }

    RunState ended(Status how, @Nullable String name, List<String> found, @Nullable Object why) {
        return new RunState(plan, request, how, began_ms, System.currentTimeMillis(), null, done, name, found, why);
    }
}
