package io.brainwright.agents.library;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.proto.library.v1.AuditRequest;
import java.util.ArrayList;

/** Tells where the values of the recipes come from. */
final class LibraryAudit implements ActionExecutor {
    private static final int PATHS_NAMED = 3;

    @Override
    public String action() {
        return "library.audit";
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
        var answer = context.services()
                .library()
                .audit(AuditRequest.newBuilder()
                        .addAllGroupBy(StepWords.list(context.params(), "group_by"))
                        .build());
        var words = new ArrayList<String>();
        words.add("%d values: %d generalised from elsewhere, %d chosen."
                .formatted(answer.getValues(), answer.getGeneralised(), answer.getChosen()));
        for (var group : answer.getGroupsList()) {
            var paths = group.getPathsList().stream().limit(PATHS_NAMED).toList();
            words.add("%s: %d values, such as %s."
                    .formatted(String.join(", ", group.getWordsList()), group.getValues(), String.join("; ", paths)));
        }
        return StepOutcome.said(words);
    }
}
