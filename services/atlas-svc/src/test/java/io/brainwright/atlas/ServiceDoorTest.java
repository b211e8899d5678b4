package io.brainwright.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.fabric.keys.KeyFolder;
import io.brainwright.fabric.keys.KeyMaker;
import io.brainwright.fabric.keys.TokenCalls;
import io.brainwright.fabric.rpc.GrpcPort;
import io.brainwright.proto.atlas.v1.AtlasServiceGrpc;
import io.brainwright.proto.atlas.v1.ListRegionsRequest;
import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A service on all interfaces hears only who shows a certificate of its own authority, and then only with the token. */
class ServiceDoorTest {
    @TempDir
    private Path folder;

    @Test
    void aCallerNeedsACertificateOfTheSameAuthorityAndTheToken() throws IOException {
        var keys = KeyMaker.make(folder.resolve("keys"), List.of("localhost"));
        var strangers = KeyMaker.make(folder.resolve("strangers"), List.of("localhost"));
        try (var service = onAllInterfaces(keys)) {
            int port = service.getBean(GrpcPort.class).port();
            assertThat(answer(port, keys.channelCredentials(), keys)).isEqualTo("answered");
            assertThat(answer(port, keys.channelCredentials(), otherToken(keys)))
                    .as("the certificate without the token")
                    .isEqualTo("UNAUTHENTICATED");
            assertThat(answer(port, trusting(keys, null), keys))
                    .as("no certificate")
                    .isEqualTo("UNAVAILABLE");
            assertThat(answer(port, trusting(keys, strangers), keys))
                    .as("a certificate of another authority")
                    .isEqualTo("UNAVAILABLE");
            assertThat(answer(port, InsecureChannelCredentials.create(), keys))
                    .as("no TLS")
                    .isEqualTo("UNAVAILABLE");
        }
    }

    @Test
    void withoutKeysOrWithKeysAndNoTlsNothingListensBeyondLoopback() {
        var keys = KeyMaker.make(folder.resolve("keys"), List.of("localhost"));
        for (var given : List.of("", keys.folder().toString())) {
            assertThatThrownBy(() -> AtlasService.start(
                            "--brainwright.workspace=" + folder.resolve("work"),
                            "--spring.grpc.server.address=0.0.0.0",
                            "--spring.grpc.server.port=0",
                            "--brainwright.keys=" + given))
                    .hasStackTraceContaining("would listen on 0.0.0.0 without keys");
        }
    }

    private ConfigurableApplicationContext onAllInterfaces(KeyFolder keys) {
        var arguments = new ArrayList<String>(List.of(
                "--brainwright.workspace=" + folder.resolve("work"),
                "--brainwright.keys=" + keys.folder(),
                "--brainwright.workers=1",
                "--spring.grpc.server.address=0.0.0.0",
                "--spring.grpc.server.port=0"));
        keys.springServerProperties().forEach((name, value) -> arguments.add("--%s=%s".formatted(name, value)));
        return AtlasService.start(arguments.toArray(String[]::new));
    }

    private static String answer(int port, ChannelCredentials shown, KeyFolder token) {
        var channel = Grpc.newChannelBuilder("localhost:" + port, shown)
                .intercept(new TokenCalls(token))
                .build();
        try {
            AtlasServiceGrpc.newBlockingStub(channel).listRegions(ListRegionsRequest.getDefaultInstance());
            return "answered";
        } catch (StatusRuntimeException refused) {
            return refused.getStatus().getCode().name();
        } finally {
            channel.shutdownNow();
        }
    }

    private static ChannelCredentials trusting(KeyFolder server, @org.jspecify.annotations.Nullable KeyFolder shown)
            throws IOException {
        var credentials = TlsChannelCredentials.newBuilder()
                .trustManager(server.folder().resolve("ca.crt").toFile());
        if (shown != null) {
            credentials.keyManager(
                    shown.folder().resolve("tls.crt").toFile(),
                    shown.folder().resolve("tls.key").toFile());
        }
        return credentials.build();
    }

    private KeyFolder otherToken(KeyFolder keys) throws IOException {
        var copy = Files.createDirectories(folder.resolve("copy"));
        for (var name : List.of("ca.crt", "tls.crt", "tls.key")) {
            Files.copy(keys.folder().resolve(name), copy.resolve(name));
        }
        Files.writeString(copy.resolve("token"), "0".repeat(64));
        return KeyFolder.open(copy);
    }
}
