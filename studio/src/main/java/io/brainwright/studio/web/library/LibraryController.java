package io.brainwright.studio.web.library;

import io.brainwright.agents.audit.Audit;
import io.brainwright.agents.audit.AuditLine;
import io.brainwright.agents.run.Services;
import io.brainwright.library.model.candidates.Promotion;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.library.v1.ExtractRequest;
import io.brainwright.proto.library.v1.ListCandidatesRequest;
import io.brainwright.proto.library.v1.ListDocumentsRequest;
import io.brainwright.proto.library.v1.SearchRequest;
import io.brainwright.proto.library.v1.ShowPassageRequest;
import io.brainwright.studio.web.ProtoJson;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The scientist's data bank. */
@RestController
final class LibraryController {
    private static final int MOST_RESULTS = 100;

    private final Services services;
    private final Uploads uploads;
    private final Audit audit;
    private final Path workspace;

    LibraryController(
            Services services, Uploads uploads, Audit audit, @Value("${brainwright.workspace}") Path workspace) {
        this.services = services;
        this.uploads = uploads;
        this.audit = audit;
        this.workspace = workspace;
    }

    @GetMapping(value = "/api/library/search", produces = MediaType.APPLICATION_JSON_VALUE)
    String search(
            @RequestParam String words,
            @RequestParam(defaultValue = "") String species,
            @RequestParam(defaultValue = "20") int limit) {
        if (words.isBlank() || limit < 1 || limit > MOST_RESULTS) {
            throw Problem.invalid(
                    "This search cannot be made.",
                    List.of(new FieldFault(
                            "words", "Give some words, and a limit from 1 to %d.".formatted(MOST_RESULTS))));
        }
        return ProtoJson.of(() -> services.library()
                .search(SearchRequest.newBuilder()
                        .setWords(words)
                        .setSpecies(species)
                        .setLimit(limit)
                        .build()));
    }

    @GetMapping(value = "/api/library/documents", produces = MediaType.APPLICATION_JSON_VALUE)
    String documents() {
        return ProtoJson.of(() -> services.library().listDocuments(ListDocumentsRequest.getDefaultInstance()));
    }

    @GetMapping(value = "/api/library/passage", produces = MediaType.APPLICATION_JSON_VALUE)
    String passage(@RequestParam String document, @RequestParam int passage) {
        return ProtoJson.of(() -> services.library()
                .showPassage(ShowPassageRequest.newBuilder()
                        .setDocumentId(document)
                        .setPassage(passage)
                        .setAround(1)
                        .build()));
    }

    @GetMapping(value = "/api/library/candidates", produces = MediaType.APPLICATION_JSON_VALUE)
    String candidates() {
        return ProtoJson.of(() -> services.extraction().listCandidates(ListCandidatesRequest.getDefaultInstance()));
    }

    /** Looks for values in a document, or in all where none is named. */
    @PostMapping(value = "/api/library/extract", produces = MediaType.APPLICATION_JSON_VALUE)
    String extract(@RequestParam(defaultValue = "") String document) {
        return ProtoJson.of(() -> services.extraction()
                .extract(ExtractRequest.newBuilder().setDocumentId(document).build()));
    }

    /** Where a value goes in the recipe. */
    record Place(String path) {}

    /** Why a value is not wanted. */
    record Reason(String reason) {}

    /** The scientist's act: a value found enters the workspace's recipe. */
    @PostMapping("/api/library/candidates/{id}/promote")
    Promotion.Promoted promote(@PathVariable String id, @RequestBody Place place) {
        var done = new Promotion(workspace).promote(id, place.path(), Instant.now());
        audit.record(
                AuditLine.Kind.APPROVAL,
                "library.promote",
                Map.of("candidate", id, "path", place.path()),
                AuditLine.OK);
        return done;
    }

    /** The scientist's act: a value found is not wanted. */
    @PostMapping("/api/library/candidates/{id}/reject")
    Map<String, String> reject(@PathVariable String id, @RequestBody Reason reason) {
        var rejected = new Promotion(workspace).reject(id, reason.reason(), Instant.now());
        audit.record(AuditLine.Kind.APPROVAL, "library.reject", Map.of("candidate", id), AuditLine.OK);
        return Map.of("id", rejected.id());
    }

    /** Takes files in; each is reported on. */
    @PostMapping(value = "/api/library/import", produces = MediaType.APPLICATION_JSON_VALUE)
    String upload(
            @RequestParam("file") List<MultipartFile> files,
            @RequestParam(defaultValue = "") String licence,
            @RequestParam(defaultValue = "") String citation) {
        return uploads.take(files, licence, citation);
    }
}
