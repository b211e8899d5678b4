package io.brainwright.studio.cli;

import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.audit.AuditLine;
import io.brainwright.agents.notebook.Entry;
import io.brainwright.agents.notebook.Findings;
import io.brainwright.agents.notebook.Notebook;
import io.brainwright.agents.notebook.sensitivity.Screening;
import io.brainwright.agents.notebook.sensitivity.SensitivityFiles;
import io.brainwright.agents.notebook.sensitivity.SensitivityPage;
import io.brainwright.agents.notebook.sensitivity.Trial;
import io.brainwright.agents.notebook.sensitivity.Trials;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.studio.Platform;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which assumptions of a plan matter for its finding. */
@Command(
        name = "sensitivity",
        description =
                "Vary each assumption of an entry's plan alone, run it, and tell which of them matters for the finding.",
        mixinStandardHelpOptions = true)
@Acts
final class NotebookSensitivityCommand implements Callable<Integer> {
    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Parameters(paramLabel = "ENTRY", description = "Name, a part of it that only it has, or its number in the list.")
    private String name = "";

    @Option(
            names = "--only",
            paramLabel = "PATH",
            description = "Vary this assumption only, e.g. sim.run.ca_mM (and the seeds, for the noise).")
    private @Nullable String only;

    @Option(names = "--dry-run", description = "Stop at the list of runs and what they would take.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Approve the runs without being asked.")
    private boolean yes;

    @Option(names = "--json", description = "Print the result as JSON; everything else goes to the error stream.")
    private boolean json;

    @Override
    public Integer call() {
        var talk = json ? System.err : System.out;
        var entry = new Notebook(platform.workspace()).find(name);
        var base = entry.findings();
        var trials = Trials.of(entry.plan(), only);
        list(entry, trials, talk);
        if (dryRun || trials.trials().isEmpty()) {
            return 0;
        }
        if (!yes
                && !Approval.given(
                        talk,
                        "Run these %d variations?".formatted(trials.trials().size()))) {
            talk.println("Nothing was run.");
            return 0;
        }
        var running = platform.start();
        var release = StopSignal.interruptOnStop(Thread.currentThread(), running);
        try {
            running.part(Audit.class)
                    .record(
                            AuditLine.Kind.APPROVAL,
                            "notebook.sensitivity",
                            Map.of(
                                    "entry",
                                    entry.name(),
                                    "runs",
                                    trials.trials().size()),
                            AuditLine.OK);
            var sensitivity = Screening.of(base, entry.plan(), trials, t -> run(running, entry, t, talk));
            var page = SensitivityFiles.write(entry, sensitivity);
            talk.println();
            talk.println(SensitivityPage.answer(sensitivity));
            talk.println("The table and the picture: " + page);
            if (json) {
                System.out.println(Json.of(sensitivity));
            }
            return 0;
        } finally {
            release.run();
            running.close();
        }
    }

    private static Findings run(Platform running, Entry entry, Trial trial, PrintStream talk) {
        talk.printf("%n%s: %s instead of %s%n", trial.path(), trial.to(), trial.from());
        var datasets = running.part(Datasets.class);
        var folder = entry.folder().resolve("sensitivity");
        var result = Audit.within(
                trial.plan().hash(),
                () -> running.part(PlanRunner.class)
                        .run(trial.plan(), trial.plan().hash(), folder, new ScreenListener(talk, false)));
        return new Notebook(entry.folder(), datasets).findings(folder, trial.plan(), result);
    }

    private void list(Entry entry, Trials trials, PrintStream talk) {
        trials.trials()
                .forEach(t -> talk.printf(
                        "  %-44s %s -> %s %s  (%s)%n",
                        t.path(),
                        t.from(),
                        t.to(),
                        t.unit().equals("1") ? "" : t.unit(),
                        t.seed() ? "noise" : t.why()));
        Map<String, String> leftOut = new LinkedHashMap<>(trials.leftOut());
        leftOut.forEach((path, why) -> talk.printf("  %-44s not varied: %s%n", path, why));
        double longest =
                entry.runs().stream().mapToDouble(r -> r.seconds()).max().orElse(0);
        talk.printf(
                "%d runs; the slowest run of this plan so far took %.0f s, so at most about %.0f minutes.%n",
                trials.trials().size(), longest, Math.ceil(trials.trials().size() * longest / 60));
    }
}
