package io.brainwright.agents.library;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.library.v1.ListCandidatesRequest;
import java.util.ArrayList;
import java.util.List;

/** library.propose: shows the candidates that wait for the scientist's decision; promoting one is the scientist's own act. */
final class LibraryPropose implements ActionExecutor {
    @Override
    public String action() {
        return "library.propose";
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
        if (context.params().path("apply").asBoolean(false)) {
            throw Problem.invalid(
                    "No plan changes a recipe.",
                    List.of(new FieldFault(
                            "library.propose.apply",
                            "must be false; 'brainwright library promote ID' is your own act for one value.")));
        }
        var answer = context.services()
                .extraction()
                .listCandidates(
                        ListCandidatesRequest.newBuilder().setStatus("proposed").build());
        var words = new ArrayList<String>();
        words.add("%d candidates wait for your decision ('brainwright library promote ID'); the recipe is unchanged."
                .formatted(answer.getCandidatesCount()));
        words.addAll(CandidateLines.of(answer.getCandidatesList()));
        return StepOutcome.said(words);
    }
}
