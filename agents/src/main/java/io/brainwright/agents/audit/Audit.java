package io.brainwright.agents.audit;

import io.brainwright.agents.audit.AuditLine.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the log. Lines are only added; each is on disk before {@link #record} returns, so that what was done is known also after
 * a crash. Safe for many threads and, where lines are short, for two processes on one workspace.
 */
public final class Audit {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ScopedValue<String> PLAN = ScopedValue.newInstance();
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final Path folder;
    private final InstantSource clock;

    /** @param workspace folder of the scientist's work */
    public Audit(Path workspace) {
        this(workspace, InstantSource.system());
    }

    Audit(Path workspace, InstantSource clock) {
        this.folder = folder(workspace);
        this.clock = clock;
    }

    static Path folder(Path workspace) {
        return workspace.resolve("audit");
    }

    /** Runs something for a plan: what is logged by this thread meanwhile names it. */
    public static <T, X extends Throwable> T within(String planHash, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(PLAN, planHash).call(work);
    }

    /** The plan for which this thread works; null where there is none. */
    static @Nullable String plan() {
        return PLAN.isBound() ? PLAN.get() : null;
    }

    /** Something that was done just now and took no time to speak of. */
    public void record(Kind kind, String what, Object arguments, String outcome) {
        record(kind, what, arguments, outcome, Duration.ZERO, plan());
    }

    /**
     * Something that has just been finished.
     *
     * @param kind sort of thing
     * @param what which
     * @param arguments any value that Jackson can write; it is redacted here
     * @param outcome {@link AuditLine#OK}, or what went wrong
     * @param took how long it took
     * @param planHash plan for which it was done; null where there was none
     * @throws Problem PRECONDITION where the log cannot be written: what cannot be logged is not done in silence
     */
    public void record(
            Kind kind, String what, Object arguments, String outcome, Duration took, @Nullable String planHash) {
        var began = clock.instant().minus(took);
        var line = new AuditLine(
                began.toString(),
                kind,
                Redaction.text(what),
                Redaction.ofAny(arguments),
                Redaction.text(outcome),
                (double) took.toNanos() / NANOS_PER_MILLI,
                planHash);
        write(began, JSON.writeValueAsString(line) + "\n");
    }

    private synchronized void write(Instant began, String line) {
        var file = folder.resolve(began.atZone(ZoneOffset.UTC).toLocalDate() + ".jsonl");
        try {
            Files.createDirectories(folder);
            Files.write(
                    file, line.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException refused) {
            throw new Problem(
                    io.brainwright.neuro.problem.Kind.PRECONDITION,
                    "AUDIT_NOT_WRITABLE",
                    "The audit log %s cannot be written.".formatted(file),
                    "Make the folder writable, or free space on the disk.",
                    Map.of("file", file.toString()),
                    List.of(),
                    refused);
        }
    }
}
