package io.brainwright.studio.cli;

import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.audit.AuditLine;
import io.brainwright.agents.notebook.Entry;
import io.brainwright.agents.notebook.Findings;
import io.brainwright.agents.notebook.Notebook;
import io.brainwright.agents.notebook.RunLine;
import io.brainwright.agents.notebook.export.PlannedExports;
import io.brainwright.agents.notebook.rerun.Verification;
import io.brainwright.agents.run.Built;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.studio.FreshWorkspace;
import io.brainwright.studio.Platform;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The plan of an entry, run again. */
@Command(
        name = "rerun",
        description = "Run the plan of an entry again; --verify builds everything anew and proves that it is the same.",
        mixinStandardHelpOptions = true)
@Acts
final class NotebookRerunCommand implements Callable<Integer> {
    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Parameters(paramLabel = "ENTRY", description = "Name, a part of it that only it has, or its number in the list.")
    private String name = "";

    @Option(
            names = "--verify",
            description = "Build everything in an empty workspace and compare ids, rows and numbers; exit code 1 where"
                    + " anything differs.")
    private boolean verify;

    @Option(names = "--json", description = "Print the result as JSON; everything else goes to the error stream.")
    private boolean json;

    @Override
    public Integer call() {
        var talk = json ? System.err : System.out;
        var entry = new Notebook(platform.workspace()).find(name);
        return verify ? verified(entry, entry.findings(), talk) : again(entry, recorded(entry, talk), talk);
    }

    /** Null where the findings cannot be read; they are written anew. */
    private static @Nullable Findings recorded(Entry entry, PrintStream talk) {
        try {
            return entry.findings();
        } catch (Problem damaged) {
            talk.println(damaged.getMessage() + " They are written anew.");
            return null;
        }
    }

    private int verified(Entry entry, Findings recorded, PrintStream talk) {
        try (var fresh = FreshWorkspace.like(platform.workspace())) {
            talk.println("Building everything anew, in an empty workspace.");
            var findings = run(entry, platform.start(fresh.path()), fresh.path().resolve("study"), talk, false);
            var verification = Verification.of(recorded, findings);
            new Audit(platform.workspace())
                    .record(
                            AuditLine.Kind.RUN,
                            "notebook.rerun",
                            Map.of("entry", entry.name(), "verify", true),
                            verification.identical() ? AuditLine.OK : "DIFFERENT");
            tell(entry, verification, talk);
            return verification.identical() ? 0 : 1;
        }
    }

    private int again(Entry entry, @Nullable Findings recorded, PrintStream talk) {
        var findings = run(entry, platform.start(), entry.folder(), talk, true);
        if (recorded != null) {
            var verification = Verification.of(recorded, findings);
            tell(entry, verification, talk);
        }
        return 0;
    }

    private Findings run(Entry entry, Platform running, Path folder, PrintStream talk, boolean write) {
        var plan = entry.plan();
        var release = StopSignal.interruptOnStop(Thread.currentThread(), running);
        try {
            var began = Instant.now();
            var datasets = running.part(Datasets.class);
            var screen = new ScreenListener(talk, false);
            var result = Audit.within(
                    plan.hash(), () -> running.part(PlanRunner.class).run(plan, plan.hash(), folder, screen));
            var notebook = new Notebook(platform.workspace(), datasets);
            if (write) {
                long rebuilt = result.datasets().stream()
                        .filter(d -> !d.fromCatalogue())
                        .map(Built::id)
                        .distinct()
                        .count();
                talk.println(
                        rebuilt == 0
                                ? "Everything was in the catalogue."
                                : "%d datasets were not in the catalogue any more and were built again."
                                        .formatted(rebuilt));
                notebook.write(folder, entry.versions(), result, RunLine.Stamp.since(began));
                PlannedExports.write(plan, entry, running.part(Audit.class))
                        .forEach(file -> talk.println("Written: " + file));
            }
            return notebook.findings(folder, plan, result);
        } finally {
            release.run();
            running.close();
        }
    }

    private void tell(Entry entry, Verification verification, PrintStream talk) {
        for (var check : verification.checks()) {
            talk.printf("  %-18s %-10s %s%n", check.label(), word(check), check.why());
        }
        talk.printf(
                "  %-18s %s%n", "measured numbers", verification.otherNumbers().isEmpty() ? "identical" : "DIFFERENT");
        verification.otherNumbers().forEach(line -> talk.println("    " + line));
        talk.println(
                verification.identical()
                        ? "The same bytes: every dataset has the id and the rows of the recorded run."
                        : "Not the same as the recorded run.");
        if (json) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("entry", entry.name());
            tree.put("identical", verification.identical());
            tree.put("other_numbers", verification.otherNumbers());
            tree.put("datasets", verification.checks());
            System.out.println(Json.of(tree));
        }
    }

    private static String word(Verification.Check check) {
        return switch (check.result()) {
            case IDENTICAL -> "identical";
            case UNCHECKED -> "unchecked";
            case OTHER_ROWS, OTHER_ID -> "DIFFERENT";
            case MISSING -> "MISSING";
            case NEW -> "NEW";
        };
    }
}
