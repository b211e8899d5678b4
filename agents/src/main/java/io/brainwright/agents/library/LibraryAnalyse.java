package io.brainwright.agents.library;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.proto.library.v1.CountCoverageRequest;
import io.brainwright.proto.library.v1.FindContradictionsRequest;
import java.util.ArrayList;
import java.util.List;

/** library.analyse: which candidates cannot hold together, and which quantities the library covers. */
final class LibraryAnalyse implements ActionExecutor {
    @Override
    public String action() {
        return "library.analyse";
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
        return StepOutcome.said(
                context.params().path("metric").asString("").equals("coverage")
                        ? coverage(context)
                        : contradictions(context));
    }

    private static List<String> contradictions(StepContext context) {
        var request = FindContradictionsRequest.newBuilder();
        var apart = context.params().path("criterion").path("sd");
        if (apart.isNumber()) {
            request.setApartSd(apart.asDouble());
        }
        var found = context.services().extraction().findContradictions(request.build());
        var words = new ArrayList<String>();
        words.add("%d quantities have values that disagree.".formatted(found.getContradictionsCount()));
        for (var c : found.getContradictionsList()) {
            words.add("%s of %s: %.1f standard deviations apart"
                    .formatted(c.getParameter(), c.getTissue(), c.getApartSd()));
            words.addAll(CandidateLines.of(c.getCandidatesList()));
        }
        return words;
    }

    private static List<String> coverage(StepContext context) {
        var found = context.services().extraction().countCoverage(CountCoverageRequest.getDefaultInstance());
        var words = new ArrayList<String>();
        words.add("%d quantities have candidates.".formatted(found.getQuantitiesCount()));
        found.getQuantitiesList()
                .forEach(q -> words.add("%s: %d values of %d documents, %d with their tissue"
                        .formatted(q.getParameter(), q.getCandidates(), q.getDocuments(), q.getWithTissue())));
        return words;
    }
}
