package io.brainwright.agents.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.Services;
import io.brainwright.agents.run.StepContext;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.library.v1.Document;
import io.brainwright.proto.library.v1.FileReport;
import io.brainwright.proto.library.v1.FoundPassage;
import io.brainwright.proto.library.v1.ImportProgress;
import io.brainwright.proto.library.v1.ImportRequest;
import io.brainwright.proto.library.v1.LibraryServiceGrpc.LibraryServiceImplBase;
import io.brainwright.proto.library.v1.Quote;
import io.brainwright.proto.library.v1.SearchRequest;
import io.brainwright.proto.library.v1.SearchResponse;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LibraryActionsTest {
    private final List<SearchRequest> searches = new ArrayList<>();
    private final List<ImportRequest> imports = new ArrayList<>();

    @Test
    void aSearchAnswersWithQuotationAndCitationAndNeedsNoApproval() throws IOException {
        var words = words(new LibrarySearch(), """
                {"kind": "papers", "query_terms": ["bouton", "density"], "region": "S1HL", "after_year": 2015, "limit": 3}""");
        assertThat(searches.getFirst())
                .isEqualTo(SearchRequest.newBuilder()
                        .setKind("papers")
                        .setWords("bouton density")
                        .addRegions("S1HL")
                        .setAfterYear(2015)
                        .setLimit(3)
                        .build());
        assertThat(words).hasSize(1).first().asString().contains("\"Boutons are dense.\"", "Doe 2016", "passage 7");
        assertThat(new LibrarySearch().readOnly()).isTrue();
        assertThat(new LibraryImport().readOnly()).isFalse();
    }

    @Test
    void aFileThatTellsNoLicenceIsKeptAsUnknownAndThatIsSaid() throws IOException {
        assertThat(words(new LibraryImport(), "{\"path\": \"/papers/a.pdf\"}"))
                .hasSize(1)
                .first()
                .asString()
                .contains("in the library now", "kept as unknown");
        assertThat(imports).extracting(ImportRequest::getLicence).containsExactly("", "unknown");
        assertThatThrownBy(() -> words(new LibraryImport(), "{\"inline\": true}"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.reason()).isEqualTo("IMPORT_INLINE_NOT_AVAILABLE"));
    }

    private List<String> words(ActionExecutor action, String params) throws IOException {
        var name = InProcessServerBuilder.generateName();
        var server = InProcessServerBuilder.forName(name)
                .directExecutor()
                .addService(new FakeLibrary())
                .build()
                .start();
        var channel = InProcessChannelBuilder.forName(name).directExecutor().build();
        try {
            var services = Services.on(channel);
            var tree = JsonMapper.builder().build().readTree(params);
            var context = (StepContext) Proxy.newProxyInstance(
                    StepContext.class.getClassLoader(),
                    new Class<?>[] {StepContext.class},
                    (_, method, _) -> switch (method.getName()) {
                        case "params" -> tree;
                        case "services" -> services;
                        case "workspace" -> Path.of("/workspace");
                        default -> throw new AssertionError("not expected: " + method);
                    });
            return action.run(context).words();
        } finally {
            channel.shutdownNow();
            server.shutdownNow();
        }
    }

    private final class FakeLibrary extends LibraryServiceImplBase {
        @Override
        public void search(SearchRequest request, StreamObserver<SearchResponse> reply) {
            searches.add(request);
            reply.onNext(SearchResponse.newBuilder()
                    .addPassages(FoundPassage.newBuilder()
                            .setQuote(Quote.newBuilder()
                                    .setDocumentId("0123456789abcdef")
                                    .setPassage(7)
                                    .setText("Boutons are dense."))
                            .setDocument(Document.newBuilder().setCitation("Doe 2016")))
                    .build());
            reply.onCompleted();
        }

        @Override
        public void import_(ImportRequest request, StreamObserver<ImportProgress> reply) {
            imports.add(request);
            var report = FileReport.newBuilder().setPath(request.getPath());
            reply.onNext(ImportProgress.newBuilder()
                    .setFile(
                            request.getLicence().isEmpty()
                                    ? report.setOutcome(FileReport.Outcome.REFUSED)
                                            .setReason("BAD_REQUEST")
                                    : report.setOutcome(FileReport.Outcome.IMPORTED)
                                            .addRead("3 paragraphs"))
                    .build());
            reply.onCompleted();
        }
    }
}
