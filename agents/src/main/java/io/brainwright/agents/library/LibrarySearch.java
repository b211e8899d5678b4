package io.brainwright.agents.library;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.proto.library.v1.FoundPassage;
import io.brainwright.proto.library.v1.SearchRequest;
import io.brainwright.proto.library.v1.Value;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;

/** Searches the library; answers with quotations, each with its citation and its place. */
final class LibrarySearch implements ActionExecutor {
    private static final int SHOWN = 5;

    @Override
    public String action() {
        return "library.search";
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
        var answer = context.services().library().search(request(context.params()));
        var words = new ArrayList<String>();
        answer.getValuesList().forEach(v -> words.add(sentence(v)));
        answer.getPassagesList().forEach(p -> words.add(sentence(p)));
        answer.getDatasetsList()
                .forEach(d -> words.add(
                        "Dataset %s: %s, %d rows.".formatted(d.getDataset().getId(), d.getStage(), d.getRows())));
        words.addAll(answer.getNotesList());
        if (answer.getValuesCount() + answer.getPassagesCount() + answer.getDatasetsCount() == 0) {
            words.add(
                    "The library has nothing that matches; 'brainwright library import' brings papers, shapes and recordings in.");
        }
        return StepOutcome.said(words);
    }

    static SearchRequest request(JsonNode params) {
        int limit = params.path("limit").asInt(0);
        return SearchRequest.newBuilder()
                .setWords(String.join(" ", StepWords.list(params, "query_terms")))
                .setKind(StepWords.text(params, "kind"))
                .addAllRegions(StepWords.list(params, "region"))
                .setAfterYear(params.path("after_year").asInt(0))
                .setLimit(limit == 0 ? SHOWN : limit)
                .build();
    }

    private static String sentence(Value v) {
        return "%s = %s %s%s. %s (%s)"
                .formatted(
                        v.getPath(),
                        v.getValue(),
                        v.getUnit(),
                        v.hasSd() ? " ± " + v.getSd() : "",
                        v.getDescription(),
                        v.getSource());
    }

    private static String sentence(FoundPassage p) {
        var place = p.getPage() > 0 ? ", page " + p.getPage() : p.getSection().isEmpty() ? "" : ", " + p.getSection();
        return "\"%s\" (%s; document %s, passage %d%s)"
                .formatted(
                        p.getQuote().getText(),
                        p.getDocument().getCitation(),
                        p.getQuote().getDocumentId().substring(0, 8),
                        p.getQuote().getPassage(),
                        place);
    }
}
