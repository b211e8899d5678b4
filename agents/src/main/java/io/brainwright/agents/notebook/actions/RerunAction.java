package io.brainwright.agents.notebook.actions;

import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.notebook.Notebook;
import io.brainwright.agents.notebook.RunLine;
import io.brainwright.agents.notebook.export.PlannedExports;
import io.brainwright.agents.notebook.rerun.Verification;
import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.Built;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.agents.run.RunListener;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.proto.fabric.v1.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Supplier;

/**
 * Runs the plan of an entry again, in the workspace: what is in the catalogue is not built anew. A proof from nothing needs an
 * empty workspace, and is a verb of the command line.
 */
final class RerunAction implements ActionExecutor {
    private final Supplier<PlanRunner> runner;
    private final Audit audit;

    RerunAction(Supplier<PlanRunner> runner, Audit audit) {
        this.runner = runner;
        this.audit = audit;
    }

    @Override
    public String action() {
        return "notebook.rerun";
    }

    @Override
    public Scope scope() {
        return Scope.ONCE;
    }

    @Override
    public StepOutcome run(StepContext context) {
        var notebook = new Notebook(context.workspace(), context.datasets());
        var params = context.params();
        var entry = EntryChoice.of(notebook, params.path("entry"));
        var plan = entry.plan();
        var recorded = entry.findings();
        var began = Instant.now();
        var result = runner.get().run(plan, plan.hash(), entry.folder(), listener(context));
        var verification = Verification.of(recorded, notebook.findings(entry.folder(), plan, result));
        notebook.write(entry.folder(), entry.versions(), result, RunLine.Stamp.since(began));
        PlannedExports.write(plan, entry, audit).forEach(file -> context.wrote(file.toString()));
        var words = new ArrayList<String>();
        long rebuilt = result.datasets().stream()
                .filter(d -> !d.fromCatalogue())
                .map(Built::id)
                .distinct()
                .count();
        words.add("The plan of %s ran again; %d of its datasets were built anew, the others are those of the catalogue."
                .formatted(entry.name(), rebuilt));
        verification.checks().stream()
                .filter(c -> c.result() != Verification.Result.IDENTICAL)
                .forEach(c -> words.add("%s: %s.".formatted(c.label(), c.why())));
        words.addAll(verification.otherNumbers());
        words.add(
                verification.identical()
                        ? "Every dataset has the id and the rows of the recorded run, and every number is equal."
                        : "It is not the same as the recorded run.");
        if (params.path("verify").asString("none").equals("identical")) {
            words.add(
                    "What came from the catalogue was compared by id and checksum, not computed again; 'brainwright notebook rerun %s --verify' builds everything in an empty workspace."
                            .formatted(entry.name()));
        }
        return StepOutcome.said(words);
    }

    private static RunListener listener(StepContext context) {
        return new RunListener() {
            @Override
            public void progress(String step, Progress progress) {
                context.progress(progress);
            }

            @Override
            public void done(String step, Built built) {}

            @Override
            public void wrote(String step, String what) {
                context.wrote(what);
            }
        };
    }
}
