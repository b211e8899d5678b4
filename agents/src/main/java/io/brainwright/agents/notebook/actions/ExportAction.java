package io.brainwright.agents.notebook.actions;

import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.audit.AuditLine;
import io.brainwright.agents.notebook.Notebook;
import io.brainwright.agents.notebook.export.Exports;
import io.brainwright.agents.notebook.export.Format;
import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.List;
import java.util.Map;

/** Writes the entry that was run last in another form. The entry of the plan that asks for it does not exist yet. */
final class ExportAction implements ActionExecutor {
    private final Audit audit;

    ExportAction(Audit audit) {
        this.audit = audit;
    }

    @Override
    public String action() {
        return "notebook.export";
    }

    @Override
    public Scope scope() {
        return Scope.ONCE;
    }

    @Override
    public StepOutcome run(StepContext context) {
        if (context.plan().steps().stream().anyMatch(s -> !s.action().startsWith("notebook."))) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "ENTRY_NOT_WRITTEN_YET",
                    "The entry of a run is written when the run is done; it cannot be exported by a step of the same plan.",
                    "Run the plan without the step %s, then ask for the export."
                            .formatted(context.step().id()),
                    Map.of("step", context.step().id()));
        }
        var entry = new Notebook(context.workspace()).newest();
        var format = Format.of(context.params().path("format").asString("markdown"));
        var written = Exports.write(entry, format, Exports.target(entry, format));
        audit.record(
                AuditLine.Kind.EXPORT,
                action(),
                Map.of("entry", entry.name(), "format", format.word(), "file", written.toString()),
                AuditLine.OK);
        context.wrote(written.toString());
        return new StepOutcome(
                Map.of(),
                List.of(),
                List.of(),
                List.of("The entry %s was written as %s: %s".formatted(entry.name(), format.word(), written)),
                List.of(written));
    }
}
