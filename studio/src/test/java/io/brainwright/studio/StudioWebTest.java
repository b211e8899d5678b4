package io.brainwright.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The studio over real HTTP: what it answers, and to whom it does not. */
class StudioWebTest {
    private static final String REQUEST =
            "Take 20 neurons from a 60 um wide column of rat S1HL, stimulate layer 4 at 5 ms and show me the activity for 20 ms";

    @TempDir
    static Path workspace = Path.of("");

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static @Nullable Platform platform;
    private static String token = "";

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(workspace, 0, 0, WebDoor.loopback(0));
        token = get("/api/session").path("token").asString();
    }

    @AfterAll
    static void stop() {
        Objects.requireNonNull(platform).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/plan", "/atlas/S1HL", "/notebook/some-entry", "/my/view"})
    void everyAddressGivesTheOneDocumentAndOnlyItsImportMapMayStandInline(String path) throws Exception {
        var answer = send("GET", path, null);
        var policy = answer.headers().firstValue("Content-Security-Policy").orElseThrow();
        var map = Pattern.compile("<script type=\"importmap\">(.*?)</script>").matcher(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(map.find()).isTrue();
        var hash = MessageDigest.getInstance("SHA-256").digest(map.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(policy)
                .contains("script-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(hash) + "';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.body()).doesNotContain(" style=").doesNotContain("onclick");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void everyLibraryOfTheImportMapIsServed() throws Exception {
        var map = Pattern.compile("<script type=\"importmap\">(.*?)</script>")
                .matcher(send("GET", "/", null).body());
        assertThat(map.find()).isTrue();
        for (var entry :
                JsonMapper.shared().readTree(map.group(1)).path("imports").properties()) {
            var path = entry.getValue().asString();
            if (!path.endsWith("/")) {
                var answer = send("GET", path, null);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .as(path)
                        .contains("javascript");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/chat",
                "POST /api/run",
                "POST /api/run/cancel",
                "POST /api/plan/undo",
                "POST /api/plan/assume",
                "PUT /api/pages/x",
                "PUT /api/scenes/x",
                "POST /api/library/import",
                "POST /api/library/extract",
                "POST /api/library/candidates/x/promote",
                "POST /api/library/candidates/x/reject",
                "POST /api/notebook/x/export?format=html",
                "POST /api/still",
                "POST /api/scene-edit",
                "POST /api/scene-look",
                "POST /api/scene-sound",
                "POST /api/renders",
                "POST /api/renders/x/cancel",
                "POST /api/renders/x/resume",
                "DELETE /api/renders/x",
                "DELETE /api/pages/x"
            })
    void nothingIsChangedWithoutTheSessionsTokenOrFromAnotherOrigin(String call) throws Exception {
        var parts = call.split(" ");
        var bare = HTTP.send(request(parts[0], parts[1], "{}").build(), HttpResponse.BodyHandlers.ofString());
        assertRefused(bare, "TOKEN_REFUSED");
        var guessed = request(parts[0], parts[1], "{}")
                .header("X-Brainwright-Token", "0".repeat(48))
                .build();
        assertRefused(HTTP.send(guessed, HttpResponse.BodyHandlers.ofString()), "TOKEN_REFUSED");
        for (var origin : new String[] {"http://evil.example", "null", "http://127.0.0.1:1", "https://" + host()}) {
            var foreign = request(parts[0], parts[1], "{}")
                    .header("X-Brainwright-Token", token)
                    .header("Origin", origin)
                    .build();
            assertRefused(HTTP.send(foreign, HttpResponse.BodyHandlers.ofString()), "ORIGIN_REFUSED");
        }
    }

    @Test
    void aPageOfAnotherSiteWithoutAnOriginIsRefusedToo() throws Exception {
        var foreign = request("POST", "/api/run/cancel", "{}")
                .header("X-Brainwright-Token", token)
                .header("Sec-Fetch-Site", "cross-site")
                .build();
        assertRefused(HTTP.send(foreign, HttpResponse.BodyHandlers.ofString()), "ORIGIN_REFUSED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:PORT", "127.0.0.1", "127.0.0.1.evil.example:PORT", "localhost:1"})
    void underAnotherHostNameNotEvenReadingIsAllowed(String host) throws IOException {
        assertThat(raw("GET /api/session HTTP/1.1\r\nHost: " + host.replace("PORT", port())
                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403")
                .contains("HOST_REFUSED")
                .doesNotContain(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/js/../../application.yaml",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/js/..%2f..%2fapplication.yaml",
                "/webjars/../../application.yaml",
                "/js/....//application.yaml",
                "/js/%5c..%5c..%5capplication.yaml"
            })
    void noPathLeadsOutOfTheFolderOfTheStudio(String path) throws IOException {
        var answer = raw("GET " + path + " HTTP/1.1\r\nHost: " + host() + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("root:").doesNotContain("lazy-initialization");
    }

    @Test
    void whatIsNotThereIsAProblemToo() throws Exception {
        for (var path : new String[] {
            "/api/nothing", "/js/nothing.js", "/api/notebook/nothing", "/api/activity?entry=none", "/api/pages/none"
        }) {
            var answer = send("GET", path, null);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertProblem(answer);
        }
        assertProblem(send("DELETE", "/api/pages", null));
        var unreadable = send("POST", "/api/chat", "{\"words\": ");
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertProblem(unreadable);
        assertThat(json(send("POST", "/api/chat", "{\"words\": \"" + "x".repeat(20_001) + "\"}"))
                        .at("/faults/0/field")
                        .asString())
                .isEqualTo("words");
        assertThat(send("GET", "/actuator/health", null).statusCode()).isEqualTo(404);
    }

    @Test
    void aBodyThatIsTooLongOrHidesItsLengthIsNotRead() throws Exception {
        var tooLong = send("POST", "/api/chat", "{\"words\": \"" + "x".repeat(2 << 20) + "\"}");
        assertThat(tooLong.statusCode()).isEqualTo(413);
        assertProblem(tooLong);
        assertThat(raw("POST /api/chat HTTP/1.1\r\nHost: " + host() + "\r\nX-Brainwright-Token: " + token
                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                        + "2\r\n{}\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void aQuestionIsAnsweredAndAPlanIsApprovedOnlyAsItWasRead() throws Exception {
        var looked = json(send("POST", "/api/chat", "{\"words\": \"How thick is each layer of S1HL?\"}"));
        assertThat(looked.path("kind").asString()).isEqualTo("answer");
        assertThat(looked.path("found").toString()).contains("L4");

        var asked = json(send(
                "POST",
                "/api/chat",
                JsonMapper.shared().createObjectNode().put("words", REQUEST).toString()));
        assertThat(asked.path("kind").asString()).isEqualTo("ready");
        var first = get("/api/plan");
        var hash = first.path("hash").asString();
        assertThat(hash).hasSize(64);

        var edit = JsonMapper.shared()
                .createObjectNode()
                .put("hash", hash)
                .put("path", "sim.run.ca_mM")
                .put("value", 1.5);
        var changed = json(send("POST", "/api/plan/assume", edit.toString()));
        assertThat(changed.at("/plan/version").asInt())
                .isEqualTo(first.at("/plan/version").asInt() + 1);
        assertThat(changed.path("hash").asString()).isNotEqualTo(hash);
        assertThat(changed.at("/versions/1/changes").toString()).contains("1.5");
        assertThat(changed.path("plan").toString()).contains("\"ca_mM\":1.5").contains("chosen: by the scientist");

        var stale = send("POST", "/api/run", "{\"hash\": \"" + hash + "\"}");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(json(stale).path("reason").asString()).isEqualTo("PLAN_CHANGED");

        var wild = edit.deepCopy().put("hash", changed.path("hash").asString()).put("value", -4);
        assertThat(send("POST", "/api/plan/assume", wild.toString()).statusCode())
                .isEqualTo(400);
        assertThat(get("/api/plan").path("hash").asString())
                .isEqualTo(changed.path("hash").asString());

        assertThat(json(send("POST", "/api/plan/undo", "{}")).path("hash").asString())
                .isEqualTo(hash);
        assertThat(send("POST", "/api/run/cancel", "{}").statusCode()).isEqualTo(409);
    }

    @Test
    void theAtlasAndTheLibraryAnswer() throws Exception {
        assertThat(get("/api/atlas/regions").path("regions").toString()).contains("S1HL");
        assertThat(get("/api/atlas/regions/S1HL").path("layers").size()).isEqualTo(6);
        assertThat(send("GET", "/api/atlas/regions/S1XY", null).statusCode()).isEqualTo(404);
        assertThat(get("/api/library/search?words=thickness").path("values").isArray())
                .isTrue();
        assertThat(send("GET", "/api/library/search?words=%20", null).statusCode())
                .isEqualTo(400);
        assertThat(get("/api/library/documents").path("documents").isArray()).isTrue();
        assertThat(get("/api/library/candidates").path("candidates").isArray()).isTrue();
    }

    @Test
    void anUploadIsReadAndSearched() throws Exception {
        var text = "The thickness of layer 4 was 190 um in five juvenile rats, as measured in Nissl sections.";
        var body = "--b\r\nContent-Disposition: form-data; name=\"licence\"\r\n\r\nCC0-1.0\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"citation\"\r\n\r\nunknown\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"../../notes.txt\"\r\nContent-Type: text/plain\r\n\r\n"
                + text + "\r\n--b--\r\n";
        var request = request("POST", "/api/library/import", body)
                .setHeader("Content-Type", "multipart/form-data; boundary=b")
                .header("X-Brainwright-Token", token)
                .build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(answer.body()).at("/0/path").asString())
                .isEqualTo("notes.txt");
        assertThat(get("/api/library/search?words=Nissl").path("passages").toString())
                .contains("juvenile rats");
    }

    @Test
    void aSceneIsCheckedByPointerAndKept() throws Exception {
        var wrong = json(send("POST", "/api/scene-check", "{\"version\": \"1.0\", \"layrs\": []}"));
        assertThat(wrong.path("faults").toString()).contains("/layrs");
        assertThat(send("PUT", "/api/scenes/mine", "{\"version\": \"1.0\"}").statusCode())
                .isEqualTo(200);
        assertThat(get("/api/scenes").toString()).contains("mine");
        assertThat(send("PUT", "/api/scenes/..%5Cx", "{}").statusCode()).isBetween(400, 404);
        assertThat(send("PUT", "/api/scenes/x", "[]").statusCode()).isEqualTo(400);
    }

    @Test
    void aPageOfOnesOwnStandsBesideTheOthersWithItsFault() throws Exception {
        Files.createDirectories(workspace.resolve("pages"));
        Files.writeString(
                workspace.resolve("pages/broken.json"),
                "{\"schema\": \"brainwright-page/1\", \"title\": \"B\", \"panels\": [{}]}");
        assertThat(get("/api/pages").toString()).contains("\"name\":\"broken\"").contains("/panels/0");
    }

    @Test
    void theStreamOfEventsBeginsWithAGreeting() throws Exception {
        var answer = HTTP.send(request("GET", "/api/events", null).build(), HttpResponse.BodyHandlers.ofLines());
        try (var lines = answer.body()) {
            assertThat(lines.limit(2).toList()).contains("event:hello");
        }
    }

    @Test
    void beyondThisMachineTheStudioAsksForTls() {
        assertThatThrownBy(() -> WebDoor.at("0.0.0.0", 0, null, null, "t"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.reason()).isEqualTo("TLS_NEEDED"));
        assertThatThrownBy(() -> WebDoor.at("no.such.host.invalid", 0, null, null, "t"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.reason()).isEqualTo("HOST_UNKNOWN"));
        assertThat(WebDoor.at("localhost", 0, null, null, "t").isOpen()).isFalse();
    }

    private static void assertRefused(HttpResponse<String> answer, String reason) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertProblem(answer);
        assertThat(JsonMapper.shared().readTree(answer.body()).path("reason").asString())
                .isEqualTo(reason);
    }

    private static void assertProblem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        var problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("reason").asString()).isNotBlank();
        assertThat(problem.path("status").asInt()).isEqualTo(answer.statusCode());
    }

    private static JsonNode get(String path) throws Exception {
        var answer = send("GET", path, null);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> send(String method, String path, @Nullable String body) throws Exception {
        var request = request(method, path, body).header("X-Brainwright-Token", token.isEmpty() ? "none" : token);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String method, String path, @Nullable String body) {
        return HttpRequest.newBuilder(URI.create("http://" + host() + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
    }

    private static String raw(String call) throws IOException {
        try (var socket = new Socket("127.0.0.1", Integer.parseInt(port()))) {
            socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String host() {
        return "127.0.0.1:" + port();
    }

    private static String port() {
        return String.valueOf(Objects.requireNonNull(platform).webPort());
    }
}
