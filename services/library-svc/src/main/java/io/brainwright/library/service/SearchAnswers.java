package io.brainwright.library.service;

import io.brainwright.library.model.search.ValueSearch;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.library.v1.SearchRequest;
import io.brainwright.proto.library.v1.SearchResponse;
import io.brainwright.proto.library.v1.Value;
import java.util.List;

/** Found values in the words of the contract. */
final class SearchAnswers {
    private static final int DEFAULT_LIMIT = 20;

    private SearchAnswers() {}

    static SearchResponse answer(ValueSearch search, SearchRequest request) {
        if (request.getLimit() < 0) {
            throw Problem.invalid(
                    "This search cannot be made.",
                    List.of(new FieldFault("limit", "is %d; give 1 or more, 0 for 20".formatted(request.getLimit()))));
        }
        int limit = request.getLimit() == 0 ? DEFAULT_LIMIT : request.getLimit();
        var found = search.find(request.getWords());
        var response = SearchResponse.newBuilder().setMatches(found.size());
        found.stream().limit(limit).forEach(f -> response.addValues(value(f)));
        return response.build();
    }

    private static Value value(ValueSearch.Found found) {
        var v = found.value();
        var answer = Value.newBuilder()
                .setPath(v.path())
                .setDescription(v.description())
                .setValue(v.value())
                .setUnit(v.unit())
                .setSource(v.source())
                .addAllGeneralised(v.generalised());
        if (v.sd() != null) {
            answer.setSd(v.sd());
        }
        return answer.build();
    }
}
