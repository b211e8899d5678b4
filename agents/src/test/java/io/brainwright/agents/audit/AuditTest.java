package io.brainwright.agents.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.agents.audit.AuditLine.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.atlas.v1.AtlasServiceGrpc;
import io.brainwright.proto.atlas.v1.ListRegionsRequest;
import io.brainwright.proto.atlas.v1.ListRegionsResponse;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest {
    private static final AuditLog.Filter ALL = new AuditLog.Filter(null, null, null, null, false);

    @TempDir
    Path workspace;

    private Audit audit(String time) {
        return new Audit(workspace, InstantSource.fixed(Instant.parse(time)));
    }

    private List<AuditLine> lines(AuditLog.Filter filter) {
        return new AuditLog(workspace).lines(filter, damaged -> {
            throw new AssertionError(damaged);
        });
    }

    private String written() throws Exception {
        var text = new StringBuilder();
        try (var files = Files.list(workspace.resolve("audit"))) {
            for (var file : files.sorted().toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    @Test
    void aLineTellsWhenWhatWithWhatHowItEndedAndForWhichPlan() {
        audit("2026-01-02T10:00:01Z")
                .record(Kind.TOOL, "plan.propose", Map.of("words", "build"), "OK", Duration.ofMillis(250), "abc");
        assertThat(lines(ALL)).singleElement().satisfies(line -> {
            assertThat(line.time()).isEqualTo("2026-01-02T10:00:00.750Z");
            assertThat(line.kind()).isEqualTo(Kind.TOOL);
            assertThat(line.arguments().path("words").asString()).isEqualTo("build");
            assertThat(line.milliseconds()).isEqualTo(250);
            assertThat(line.plan()).isEqualTo("abc");
        });
    }

    @Test
    void linesAreOnlyAddedAndEachDayHasItsFile() throws Exception {
        audit("2026-01-02T10:00:00Z").record(Kind.EDIT, "one", Map.of(), "OK");
        var first = written();
        audit("2026-01-02T11:00:00Z").record(Kind.EDIT, "two", Map.of(), "OK");
        audit("2026-01-03T10:00:00Z").record(Kind.EDIT, "three", Map.of(), "OK");
        assertThat(written()).startsWith(first);
        assertThat(workspace.resolve("audit/2026-01-02.jsonl")).isRegularFile();
        assertThat(lines(ALL)).extracting(AuditLine::what).containsExactly("one", "two", "three");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-proj-abcDEF1234567890abcDEF",
                "ghp_0123456789abcdefABCDEF0123456789abcd",
                "Bearer abcdef0123456789",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
                "AKIAIOSFODNN7EXAMPLE",
                "x-api-key: 0123456789",
                "password=hunter2hunter2"
            })
    void aSecretReachesTheLogInNoField(String secret) throws Exception {
        var audit = audit("2026-01-02T10:00:00Z");
        var inWords = "my key is " + secret + " and more";
        audit.record(Kind.MODEL, inWords, Map.of("prompt", inWords, "list", List.of(secret)), "refused: " + inWords);
        audit.record(Kind.MODEL, "long", Map.of("prompt", "x".repeat(5000) + secret), "OK");
        assertThat(written()).doesNotContain(secret).contains("[redacted]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "api_key",
                "apiKey",
                "X-API-Key",
                "OPENAI_API_KEY",
                "client_secret",
                "Set-Cookie",
                "access_token",
                "password"
            })
    void whatIsNamedLikeASecretIsLeftAway(String name) throws Exception {
        audit("2026-01-02T10:00:00Z")
                .record(Kind.MODEL, "m", Map.of("headers", Map.of(name, List.of("plain-value-42"))), "OK");
        assertThat(written()).doesNotContain("plain-value-42").contains(name);
    }

    @Test
    void numbersAndHashesOfScienceStay() {
        var id = "0123456789abcdef".repeat(4);
        audit("2026-01-02T10:00:00Z")
                .record(
                        Kind.TOOL,
                        "t",
                        Map.of("max_tokens", 512, "dataset", id, "region", "S1HL", "keyword", "layer"),
                        "OK");
        assertThat(lines(ALL).getFirst().arguments().toString())
                .contains("512", id, "S1HL", "layer")
                .doesNotContain("redacted");
    }

    @Test
    void longTextsAreToldByHashAndLength() {
        audit("2026-01-02T10:00:00Z").record(Kind.MODEL, "m", Map.of("prompt", "word ".repeat(1000)), "OK");
        var prompt = lines(ALL).getFirst().arguments().path("prompt");
        assertThat(prompt.path("length").asInt()).isEqualTo(5000);
        assertThat(prompt.path("sha256").asString()).matches("[0-9a-f]{64}");
    }

    @Test
    void filtersChooseByDateKindWordsPlanAndFailure() {
        audit("2026-01-02T10:00:00Z").record(Kind.TOOL, "a", Map.of("x", "needle"), "OK", Duration.ZERO, "aaa1");
        audit("2026-01-03T10:00:00Z").record(Kind.EXPORT, "b", Map.of(), "no disk", Duration.ZERO, null);
        assertThat(lines(new AuditLog.Filter("2026-01-02", null, null, null, false)))
                .hasSize(1);
        assertThat(lines(new AuditLog.Filter(null, Kind.EXPORT, null, null, false)))
                .hasSize(1);
        assertThat(lines(new AuditLog.Filter(null, null, "needle", null, false)))
                .hasSize(1);
        assertThat(lines(new AuditLog.Filter(null, null, null, "aaa", false))).hasSize(1);
        assertThat(lines(new AuditLog.Filter(null, null, null, null, true)))
                .extracting(AuditLine::what)
                .containsExactly("b");
    }

    @Test
    void aDamagedLineIsNamedAndTheOthersAreRead() throws Exception {
        audit("2026-01-02T10:00:00Z").record(Kind.EDIT, "one", Map.of(), "OK");
        var file = workspace.resolve("audit/2026-01-02.jsonl");
        Files.writeString(file, "{half\n", java.nio.file.StandardOpenOption.APPEND);
        audit("2026-01-02T11:00:00Z").record(Kind.EDIT, "two", Map.of(), "OK");
        var damaged = new ArrayList<String>();
        assertThat(new AuditLog(workspace).lines(ALL, damaged::add)).hasSize(2);
        assertThat(damaged).singleElement().asString().contains("2026-01-02.jsonl, line 2");
    }

    @Test
    void aLogThatCannotBeWrittenIsAProblem() throws Exception {
        Files.writeString(workspace.resolve("audit"), "a file in the way");
        assertThatThrownBy(() -> audit("2026-01-02T10:00:00Z").record(Kind.EDIT, "one", Map.of(), "OK"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void everyCallOfAServiceIsLoggedWithItsPlanAndNoHeader() throws Exception {
        var server = InProcessServerBuilder.forName("audit")
                .directExecutor()
                .addService(new Refusing())
                .build()
                .start();
        var headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer topsecrettoken");
        var channel = InProcessChannelBuilder.forName("audit")
                .directExecutor()
                .intercept(new AuditedCalls(new Audit(workspace)), MetadataUtils.newAttachHeadersInterceptor(headers))
                .build();
        try {
            var atlas = AtlasServiceGrpc.newBlockingStub(channel);
            Audit.within(
                    "f00d",
                    () -> atlas.listRegions(
                            ListRegionsRequest.newBuilder().setAtlas("good").build()));
            assertThatThrownBy(() -> atlas.listRegions(
                            ListRegionsRequest.newBuilder().setAtlas("bad").build()))
                    .isInstanceOf(StatusRuntimeException.class);
        } finally {
            channel.shutdownNow();
            server.shutdownNow();
        }
        assertThat(lines(ALL))
                .extracting(AuditLine::what)
                .containsOnly("brainwright.atlas.v1.AtlasService/ListRegions");
        assertThat(lines(ALL)).extracting(AuditLine::outcome).containsExactly("OK", "INVALID_ARGUMENT: no such atlas");
        assertThat(lines(ALL)).extracting(AuditLine::plan).containsExactly("f00d", null);
        assertThat(lines(ALL).getFirst().arguments().path("atlas").asString()).isEqualTo("good");
        assertThat(written()).doesNotContain("topsecret");
    }

    private static final class Refusing extends AtlasServiceGrpc.AtlasServiceImplBase {
        @Override
        public void listRegions(ListRegionsRequest request, StreamObserver<ListRegionsResponse> reply) {
            if (request.getAtlas().equals("bad")) {
                reply.onError(
                        Status.INVALID_ARGUMENT.withDescription("no such atlas").asRuntimeException());
                return;
            }
            reply.onNext(ListRegionsResponse.getDefaultInstance());
            reply.onCompleted();
        }
    }
}
