package io.brainwright.studio.cli;

import io.brainwright.agents.audit.AuditLine;
import io.brainwright.agents.audit.AuditLog;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What was called, approved, exported and edited. */
@Command(
        name = "audit",
        description = "Show the audit log: calls of services, tools and models, approvals, exports, edits.",
        mixinStandardHelpOptions = true)
final class NotebookAuditCommand implements Runnable {
    private static final int ARGUMENTS_SHOWN = 100;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "Only of this day or month (UTC): 2026-01-02, 2026-01.")
    private @Nullable String date;

    @Option(names = "--kind", paramLabel = "KIND", description = "Only ${COMPLETION-CANDIDATES}.")
    private AuditLine.@Nullable Kind kind;

    @Option(names = "--words", paramLabel = "WORDS", description = "Only where these words stand in name or arguments.")
    private @Nullable String words;

    @Option(names = "--plan", paramLabel = "HASH", description = "Only for the plan of this hash, or its first digits.")
    private @Nullable String plan;

    @Option(names = "--failed", description = "Only what did not go well.")
    private boolean failed;

    @Option(
            names = "--last",
            paramLabel = "N",
            description = "Only the newest N lines (default: 50; 0: all).",
            defaultValue = "50")
    private int last;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    private void check() {
        var faults = new ArrayList<FieldFault>();
        if (date != null && !date.matches("\\d{4}(-\\d{2}){0,2}")) {
            faults.add(new FieldFault("--date", "is '%s'; write it as 2026-01-02 or 2026-01.".formatted(date)));
        }
        if (last < 0) {
            faults.add(new FieldFault("--last", "is %d; give a number of lines, or 0 for all.".formatted(last)));
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("The log cannot be shown so.", faults);
        }
    }

    @Override
    public void run() {
        check();
        var filter = new AuditLog.Filter(date, kind, words, plan, failed);
        var all = new AuditLog(workspace.path())
                .lines(filter, damaged -> System.err.println("brainwright: unreadable line: " + damaged));
        var lines = last > 0 && all.size() > last ? all.subList(all.size() - last, all.size()) : all;
        if (json) {
            System.out.println(Json.of(lines));
            return;
        }
        if (lines.isEmpty()) {
            System.out.println("The audit log has no such line.");
        }
        for (var line : lines) {
            var arguments = line.arguments().toString();
            System.out.printf(
                    Locale.ROOT,
                    "%s  %-8s %8.0f ms  %-8s  %s  %s  %s%n",
                    line.time(),
                    line.kind(),
                    line.milliseconds(),
                    Objects.requireNonNullElse(line.plan(), "-").substring(0, line.plan() == null ? 1 : 8),
                    line.what(),
                    line.outcome(),
                    arguments.length() > ARGUMENTS_SHOWN
                            ? arguments.substring(0, ARGUMENTS_SHOWN) + " ..."
                            : arguments);
        }
        if (lines.size() < all.size()) {
            System.out.printf("%d of %d lines; --last 0 shows all.%n", lines.size(), all.size());
        }
    }
}
