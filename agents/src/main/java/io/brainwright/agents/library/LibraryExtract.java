package io.brainwright.agents.library;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.proto.library.v1.CandidateFilter;
import io.brainwright.proto.library.v1.ExtractRequest;
import java.util.ArrayList;

/** library.extract: values of all documents as candidates, each with its quotation; nothing enters a recipe. */
final class LibraryExtract implements ActionExecutor {
    @Override
    public String action() {
        return "library.extract";
    }

    @Override
    public boolean readOnly() {
        return true;
    }

    @Override
    public boolean keeps() {
        return true;
    }

    @Override
    public Scope scope() {
        return Scope.ONCE;
    }

    @Override
    public StepOutcome run(StepContext context) {
        var params = context.params();
        var filter = CandidateFilter.newBuilder()
                .addAllParameters(StepWords.list(params, "parameters"))
                .addAllRegions(StepWords.list(params, "region"))
                .setPre(params.path("pre").asString(""))
                .setPost(params.path("post").asString(""));
        var answer = context.services()
                .extraction()
                .extract(ExtractRequest.newBuilder().setFilter(filter).build());
        var words = new ArrayList<String>();
        words.add("%d values in %d documents; %d match."
                .formatted(answer.getFound(), answer.getDocuments(), answer.getCandidatesCount()));
        words.addAll(CandidateLines.of(answer.getCandidatesList()));
        answer.getInstructionsList().forEach(i -> words.add("Ignored: the text contains instructions: \"" + i + "\""));
        return StepOutcome.said(words);
    }
}
