package io.brainwright.library.service;

import io.brainwright.library.model.intake.Library;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.library.v1.ListDocumentsRequest;
import io.brainwright.proto.library.v1.ListDocumentsResponse;
import io.brainwright.proto.library.v1.ShowPassageRequest;
import io.brainwright.proto.library.v1.ShowPassageResponse;
import java.util.List;

/** Answers what documents there are, and what stands in them. */
final class DocumentAnswers {
    private final Library library;

    DocumentAnswers(Library library) {
        this.library = library;
    }

    ListDocumentsResponse list(ListDocumentsRequest request) {
        if (!request.getKind().isEmpty() && !Documents.KINDS.contains(request.getKind())) {
            throw Problem.invalid(
                    "This list cannot be made.",
                    List.of(new FieldFault(
                            "kind", "is '%s'; give one of %s".formatted(request.getKind(), Documents.KINDS))));
        }
        var counts = library.index().counts();
        var answer = ListDocumentsResponse.newBuilder();
        library.shelf().all().stream()
                .filter(k -> request.getKind().isEmpty()
                        || k.document().kind().word().equals(request.getKind()))
                .forEach(k -> answer.addDocuments(
                        Documents.document(k, counts.getOrDefault(k.document().id(), 0))));
        return answer.build();
    }

    ShowPassageResponse show(ShowPassageRequest request) {
        var kept = library.shelf().get(request.getDocumentId());
        var passages = library.index().passages(kept.document().id());
        int first = 0;
        int last = passages.size() - 1;
        if (request.hasPassage()) {
            check(request, passages.size());
            first = Math.max(0, request.getPassage() - request.getAround());
            last = Math.min(last, request.getPassage() + request.getAround());
        }
        var document = Documents.document(kept, passages.size());
        var answer = ShowPassageResponse.newBuilder().setDocument(document);
        passages.subList(first, last + 1)
                .forEach(p -> answer.addPassages(
                        Documents.passage(p, document).toBuilder().clearDocument()));
        return answer.build();
    }

    private static void check(ShowPassageRequest request, int count) {
        if (request.getPassage() < 0 || request.getPassage() >= count) {
            throw Problem.invalid(
                    "There is no such passage.",
                    List.of(new FieldFault(
                            "passage", "is %d; the document has 0 to %d".formatted(request.getPassage(), count - 1))));
        }
        if (request.getAround() < 0 || request.getAround() > 1000) {
            throw Problem.invalid(
                    "These passages cannot be shown.",
                    List.of(new FieldFault("around", "is %d; give 0 to 1000".formatted(request.getAround()))));
        }
    }
}
