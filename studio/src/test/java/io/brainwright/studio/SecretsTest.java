package io.brainwright.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.brainwright.fabric.keys.KeyMaker;
import io.brainwright.studio.gateway.Gateway;
import io.brainwright.studio.gateway.ServerAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A study as a scientist makes it, in a process of its own, with a marked API key and a marked token: neither stands in what the
 * process says, nor in anything that it leaves behind.
 */
class SecretsTest {
    private static final String API_KEY = "sk-marked-key-4f0c2a9be1d7";
    private static final String SERVER_TOKEN = "marked-token-".repeat(4);
    private static final String REQUEST =
            "Take 12 neurons from a 100 um wide column of rat S1J, stimulate layer 4 at 5 ms and show me the activity for 10 ms";

    @TempDir
    private Path folder;

    private final List<String> shown = new ArrayList<>();

    @Test
    void theyStandNowhereButWhereTheScientistPutThem() throws Exception {
        var workspace = Files.createDirectories(folder.resolve("work"));
        var provider = provider();
        try {
            settings(workspace, provider.getAddress().getPort(), "hosted");
            var refused = run(workspace, "ask", REQUEST, "--yes");
            assertThat(shown).as("the provider was shown the key").contains("Bearer " + API_KEY);
            assertThat(refused).as("what the provider echoes").doesNotContain(API_KEY);

            settings(workspace, provider.getAddress().getPort(), "none");
            var said = run(workspace, "ask", REQUEST, "--yes", "--json");
            assertThat(said).contains("\"stage\"").doesNotContain(API_KEY);
            for (var format : List.of("html", "ro-crate")) {
                var out = workspace.resolve("exported." + format);
                run(workspace, "notebook", "export", "1", "--format", format, "--out", out.toString());
                assertThat(out).exists();
            }
            assertThat(run(workspace, "notebook", "audit", "--json")).doesNotContain(API_KEY);
        } finally {
            provider.stop(0);
        }
        assertThat(holding(workspace, API_KEY)).containsExactly("brainwright.yaml");
    }

    @Test
    void aServersTokenIsToldToNobody() throws Exception {
        var workspace = Files.createDirectories(folder.resolve("away"));
        var keys = KeyMaker.make(folder.resolve("keys"), List.of("localhost"));
        Files.writeString(keys.folder().resolve("token"), SERVER_TOKEN + "\n");
        var strangers = KeyMaker.make(folder.resolve("strangers"), List.of("localhost"));
        for (var file : List.of("ca.crt", "tls.crt", "tls.key")) {
            Files.copy(
                    keys.folder().resolve(file),
                    strangers.folder().resolve(file),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        try (var gateway = Gateway.start(0, keys, "localhost:1", Map.of("sim", new ServerAddress("localhost", 1)))) {
            var address = "localhost:" + gateway.port();
            var wrong = run(
                    workspace,
                    "ask",
                    REQUEST,
                    "--server",
                    address,
                    "--keys",
                    strangers.folder().toString());
            assertThat(wrong)
                    .contains("UNAUTHENTICATED")
                    .doesNotContain(SERVER_TOKEN)
                    .doesNotContain(strangers.token());
        }
        assertThat(holding(workspace, SERVER_TOKEN)).isEmpty();
        assertThat(holding(workspace, strangers.token())).isEmpty();
    }

    /** Refuses every key, and tells in its answer which one it was, as some providers do. */
    private HttpServer provider() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", exchange -> {
            shown.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            answer(exchange);
        });
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body =
                    "{\"error\": {\"message\": \"Incorrect API key provided: %s.\", \"code\": \"invalid_api_key\"}}"
                            .formatted(API_KEY)
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(401, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void settings(Path workspace, int port, String chat) throws IOException {
        Files.writeString(workspace.resolve("brainwright.yaml"), """
                brainwright:
                  chat: %s
                  models:
                    hosted: {provider: openai, base-url: "http://127.0.0.1:%d/v1", name: some-model, key: %s}
                """.formatted(chat, port, API_KEY));
    }

    private static String run(Path workspace, String... words) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "io.brainwright.studio.Studio"));
        command.addAll(List.of(words));
        command.addAll(List.of("--workspace", workspace.toString()));
        var process = new ProcessBuilder(command)
                .directory(workspace.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** Files that hold a text, packed or not; relative to their folder. */
    private static List<String> holding(Path folder, String secret) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                try (var in = Files.newInputStream(file)) {
                    boolean zip = in.read() == 'P' && in.read() == 'K';
                    if (zip ? zipHolds(file, secret) : holds(Files.newInputStream(file), secret)) {
                        found.add(folder.relativize(file).toString());
                    }
                }
            }
        }
        return found;
    }

    private static boolean zipHolds(Path file, String secret) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1).contains(secret)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean holds(InputStream in, String secret) throws IOException {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains(secret);
        }
    }
}
