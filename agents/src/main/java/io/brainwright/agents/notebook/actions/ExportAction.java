package io.brainwright.agents.notebook.actions;

import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.notebook.Notebook;
import io.brainwright.agents.notebook.export.PlannedExports;
import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import java.util.List;
import java.util.Map;

/**
 * Writes the entry that was run last in another form. Among steps that make something it means their own entry, which does not exist
 * yet: then {@link PlannedExports} writes it when the run is done.
 */
final class ExportAction implements ActionExecutor {
    private final Audit audit;

    ExportAction(Audit audit) {
        this.audit = audit;
    }

    @Override
    public String action() {
        return PlannedExports.ACTION;
    }

    @Override
    public Scope scope() {
        return Scope.ONCE;
    }

    @Override
    public StepOutcome run(StepContext context) {
        if (PlannedExports.ofOwnEntry(context.plan())) {
            return StepOutcome.nothing();
        }
        var entry = new Notebook(context.workspace()).newest();
        var written = PlannedExports.write(context.step(), entry, audit);
        context.wrote(written.toString());
        return new StepOutcome(
                Map.of(),
                List.of(),
                List.of(),
                List.of("The entry %s was written anew: %s".formatted(entry.name(), written)),
                List.of(written));
    }
}
