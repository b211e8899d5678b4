package io.brainwright.library.service;

import io.brainwright.fabric.rpc.StageCalls;
import io.brainwright.fabric.work.Builds;
import io.brainwright.library.model.candidates.CandidateCoverage;
import io.brainwright.library.model.candidates.CandidateShelf;
import io.brainwright.library.model.candidates.Contradictions;
import io.brainwright.library.model.candidates.ForestPlot;
import io.brainwright.library.model.candidates.LibraryExtraction;
import io.brainwright.library.model.intake.Library;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.library.v1.Contradiction;
import io.brainwright.proto.library.v1.CountCoverageRequest;
import io.brainwright.proto.library.v1.CountCoverageResponse;
import io.brainwright.proto.library.v1.Coverage;
import io.brainwright.proto.library.v1.ExtractRequest;
import io.brainwright.proto.library.v1.ExtractResponse;
import io.brainwright.proto.library.v1.ExtractionServiceGrpc.ExtractionServiceImplBase;
import io.brainwright.proto.library.v1.FindContradictionsRequest;
import io.brainwright.proto.library.v1.FindContradictionsResponse;
import io.brainwright.proto.library.v1.ListCandidatesRequest;
import io.brainwright.proto.library.v1.ListCandidatesResponse;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Set;

/** Speaks gRPC for extraction and candidates. Nothing here promotes or rejects: the scientist does, by the command line. */
public final class ExtractionGrpc extends ExtractionServiceImplBase {
    private static final Set<String> STATUSES = Set.of("", "proposed", "promoted", "rejected");

    private final LibraryExtraction extraction;
    private final CandidateShelf shelf;
    private final StageCalls calls;

    public ExtractionGrpc(Library library, CandidateShelf shelf, Builds builds) {
        this.extraction = new LibraryExtraction(library, shelf);
        this.shelf = shelf;
        this.calls = new StageCalls("library.brainwright.io", builds);
    }

    @Override
    public void extract(ExtractRequest request, StreamObserver<ExtractResponse> reply) {
        calls.answer(reply, () -> {
            var search = CandidateAnswers.search(request.getFilter());
            var found = extraction.extract(request.getDocumentId());
            var decisions = shelf.decisions();
            var answer = ExtractResponse.newBuilder()
                    .setFound(found.candidates().size())
                    .setDocuments(found.documents())
                    .addAllOutside(found.outside())
                    .addAllInstructions(found.instructions());
            found.candidates().stream()
                    .filter(search::wants)
                    .forEach(c -> answer.addCandidates(CandidateAnswers.candidate(c, decisions.get(c.id()))));
            return answer.build();
        });
    }

    @Override
    public void listCandidates(ListCandidatesRequest request, StreamObserver<ListCandidatesResponse> reply) {
        calls.answer(reply, () -> {
            if (!STATUSES.contains(request.getStatus())) {
                throw Problem.invalid(
                        "These candidates cannot be listed.",
                        List.of(new FieldFault(
                                "status",
                                "is '%s'; give proposed, promoted or rejected".formatted(request.getStatus()))));
            }
            var search = CandidateAnswers.search(request.getFilter());
            var decisions = shelf.decisions();
            var answer = ListCandidatesResponse.newBuilder();
            shelf.all().stream()
                    .filter(search::wants)
                    .map(c -> CandidateAnswers.candidate(c, decisions.get(c.id())))
                    .filter(c ->
                            request.getStatus().isEmpty() || request.getStatus().equals(c.getStatus()))
                    .forEach(answer::addCandidates);
            return answer.build();
        });
    }

    @Override
    public void findContradictions(
            FindContradictionsRequest request, StreamObserver<FindContradictionsResponse> reply) {
        calls.answer(reply, () -> {
            double apart_sd = request.hasApartSd() ? request.getApartSd() : Contradictions.DEFAULT_SD;
            if (!(apart_sd >= 0)) {
                throw Problem.invalid(
                        "These contradictions cannot be found.",
                        List.of(new FieldFault("apart_sd", "is %s; give 0 or more".formatted(apart_sd))));
            }
            var decisions = shelf.decisions();
            var answer = FindContradictionsResponse.newBuilder();
            for (var conflict : Contradictions.of(shelf.all(), apart_sd)) {
                var told = Contradiction.newBuilder()
                        .setParameter(conflict.parameter())
                        .setTissue(conflict.tissue())
                        .setApartSd(conflict.apart_sd())
                        .setPlot(ForestPlot.of(conflict));
                conflict.candidates()
                        .forEach(c -> told.addCandidates(CandidateAnswers.candidate(c, decisions.get(c.id()))));
                answer.addContradictions(told);
            }
            return answer.build();
        });
    }

    @Override
    public void countCoverage(CountCoverageRequest request, StreamObserver<CountCoverageResponse> reply) {
        calls.answer(reply, () -> {
            var answer = CountCoverageResponse.newBuilder();
            CandidateCoverage.of(shelf.all())
                    .forEach(c -> answer.addQuantities(Coverage.newBuilder()
                            .setParameter(c.parameter())
                            .setCandidates(c.candidates())
                            .setDocuments(c.documents())
                            .setWithTissue(c.withTissue())));
            return answer.build();
        });
    }
}
