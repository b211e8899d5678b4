package io.brainwright.agents.notebook.actions;

import io.brainwright.agents.notebook.Notebook;
import io.brainwright.agents.notebook.compare.Comparison;
import io.brainwright.agents.notebook.compare.ComparisonText;
import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;

/** Sets two entries side by side. */
final class CompareAction implements ActionExecutor {
    @Override
    public String action() {
        return "notebook.compare";
    }

    @Override
    public boolean readOnly() {
        return true;
    }

    @Override
    public Scope scope() {
        return Scope.ONCE;
    }

    @Override
    public StepOutcome run(StepContext context) {
        var notebook = new Notebook(context.workspace());
        var params = context.params();
        var a = notebook.find(params.path("a").asString(""));
        var b = notebook.find(params.path("b").asString(""));
        return StepOutcome.said(ComparisonText.of(Comparison.of(a, b)));
    }
}
