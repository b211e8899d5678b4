package io.brainwright.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.fabric.keys.KeyMaker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The studio on all interfaces: TLS only, and nobody without the token. */
class BeyondLoopbackTest {
    private static final String ACCESS = "a-token-that-only-visitors-know";

    @TempDir
    Path folder = Path.of("");

    @Test
    void aVisitorShowsTheTokenOnceAndThenACookie() throws Exception {
        var keys = KeyMaker.make(folder.resolve("keys"), List.of("localhost", "127.0.0.1"));
        var certificate = keys.folder().resolve("tls.crt");
        var door = WebDoor.at("0.0.0.0", 0, certificate, keys.folder().resolve("tls.key"), ACCESS);
        try (var platform = Platform.start(folder.resolve("work"), 0, 0, door);
                var client = HttpClient.newBuilder()
                        .sslContext(trusting(keys.folder().resolve("ca.crt")))
                        .build()) {
            var root = "https://127.0.0.1:" + platform.webPort();
            var bare = get(client, root.replace("https", "http") + "/api/session", "");
            assertThat(bare.statusCode()).as("nothing without TLS").isEqualTo(400);
            assertThat(bare.body()).contains("requires TLS").doesNotContain("token\":");

            var stranger = get(client, root + "/api/session", "");
            assertThat(stranger.statusCode()).isEqualTo(401);
            assertThat(stranger.body()).contains("ACCESS_TOKEN_NEEDED").doesNotContain("token\":");
            assertThat(get(client, root + "/?access=guessed", "").statusCode()).isEqualTo(401);

            var visitor = get(client, root + "/?access=" + ACCESS, "");
            assertThat(visitor.statusCode()).isEqualTo(302);
            var cookie = visitor.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie).contains("HttpOnly", "Secure", "SameSite=Strict");
            assertThat(visitor.headers().firstValue("Location").orElseThrow())
                    .as("the token does not stay in the address")
                    .doesNotContain(ACCESS);

            var inside = get(client, root + "/api/session", cookie.split(";", 2)[0]);
            assertThat(inside.statusCode()).isEqualTo(200);
            assertThat(inside.headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(get(client, root + "/api/session", "brainwright_access=other")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    private static HttpResponse<String> get(HttpClient client, String address, String cookie) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static SSLContext trusting(Path authority) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var in = Files.newInputStream(authority)) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
