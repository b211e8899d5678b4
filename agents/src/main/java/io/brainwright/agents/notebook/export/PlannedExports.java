package io.brainwright.agents.notebook.export;

import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.audit.AuditLine;
import io.brainwright.agents.notebook.Entry;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The exports of its own entry that a plan asks for. The entry of a run is written when the run is done, so these are the last of its
 * steps; a plan of the notebook alone exports the entry before it.
 */
public final class PlannedExports {
    /** The action. */
    public static final String ACTION = "notebook.export";

    private PlannedExports() {}

    /** Whether a plan makes something of its own, whose entry is then what its exports mean. */
    public static boolean ofOwnEntry(Plan plan) {
        return plan.steps().stream().anyMatch(s -> !s.action().startsWith("notebook."));
    }

    /** Writes the exports of a run whose entry was written just now. */
    public static List<Path> write(Plan plan, Entry entry, Audit audit) {
        return ofOwnEntry(plan)
                ? plan.steps().stream()
                        .filter(s -> s.action().equals(ACTION))
                        .map(s -> write(s, entry, audit))
                        .toList()
                : List.of();
    }

    /** Writes what one step asks for. */
    public static Path write(Step step, Entry entry, Audit audit) {
        var format = Format.of(step.params().path("format").asString(Format.MARKDOWN.word()));
        var written = Exports.write(entry, format, Exports.target(entry, format));
        audit.record(
                AuditLine.Kind.EXPORT,
                ACTION,
                Map.of("entry", entry.name(), "format", format.word(), "file", written.toString()),
                AuditLine.OK);
        return written;
    }
}
