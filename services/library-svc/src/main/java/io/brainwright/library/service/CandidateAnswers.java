package io.brainwright.library.service;

import io.brainwright.library.model.candidates.Candidate;
import io.brainwright.library.model.candidates.CandidateSearch;
import io.brainwright.library.model.candidates.Decision;
import io.brainwright.library.model.extraction.SpreadValue;
import io.brainwright.library.model.extraction.Tissue;
import io.brainwright.proto.library.v1.CandidateFilter;
import io.brainwright.proto.library.v1.Quote;
import io.brainwright.proto.library.v1.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Candidates in the words of the contract. */
final class CandidateAnswers {
    private CandidateAnswers() {}

    static CandidateSearch search(CandidateFilter filter) {
        return new CandidateSearch(
                filter.getParametersList(), filter.getRegionsList(), filter.getPre(), filter.getPost());
    }

    static String status(@Nullable Decision decision) {
        return decision == null || decision.verdict() == Decision.Verdict.DEMOTED
                ? "proposed"
                : decision.verdict().name().toLowerCase(Locale.ROOT);
    }

    static io.brainwright.proto.library.v1.Candidate candidate(Candidate candidate, @Nullable Decision decision) {
        var value = candidate.value();
        var answer = io.brainwright.proto.library.v1.Candidate.newBuilder()
                .setId(candidate.id())
                .setParameter(value.parameter())
                .setUnit(value.unit())
                .setApproximate(value.approximate())
                .setCitedFrom(value.citedFrom())
                .setConfidence(value.confidence())
                .setQuote(Quote.newBuilder()
                        .setDocumentId(candidate.document())
                        .setPassage(candidate.passage())
                        .setBegin(value.sentence().start())
                        .setEnd(value.sentence().end())
                        .setText(value.quote()))
                .setPlace(Span.newBuilder()
                        .setBegin(value.place().start())
                        .setEnd(value.place().end()))
                .setSource(candidate.name())
                .setExtractor(candidate.extractor())
                .setStatus(status(decision))
                .setPath(decision != null && decision.verdict() == Decision.Verdict.PROMOTED ? decision.path() : "")
                .addAllNotes(value.notes());
        if (value.value() != null) {
            answer.setValue(value.value());
        }
        if (value.sample().n() != null) {
            answer.setN(value.sample().n());
        }
        spread(answer, value.spread());
        tissue(answer, value.tissue());
        return answer.build();
    }

    private static void spread(io.brainwright.proto.library.v1.Candidate.Builder answer, @Nullable SpreadValue spread) {
        if (spread == null) {
            return;
        }
        answer.setSpreadKind(spread.kind().word()).setSpreadStated(spread.stated());
        if (spread.amount() != null) {
            answer.setSpread(spread.amount());
        }
        if (spread.low() != null && spread.high() != null) {
            answer.setLow(spread.low()).setHigh(spread.high());
        }
    }

    private static void tissue(io.brainwright.proto.library.v1.Candidate.Builder answer, Tissue tissue) {
        answer.setSpecies(tissue.species())
                .setAge(tissue.age())
                .setRegion(tissue.region())
                .setLayer(tissue.layer())
                .setCellType(tissue.cellType())
                .setPre(tissue.pre())
                .setPost(tissue.post())
                .setCompartment(tissue.compartment())
                .setReceptor(tissue.receptor())
                .setCondition(tissue.condition());
    }
}
