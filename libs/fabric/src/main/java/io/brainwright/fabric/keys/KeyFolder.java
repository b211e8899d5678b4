package io.brainwright.fabric.keys;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.grpc.ChannelCredentials;
import io.grpc.ServerCredentials;
import io.grpc.TlsChannelCredentials;
import io.grpc.TlsServerCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A folder with what a process needs to talk beyond its own machine: {@code ca.crt} (whom it trusts), {@code tls.crt} and
 * {@code tls.key} (who it is; PEM, the key as PKCS #8) and {@code token} (one line that every call carries).
 *
 * @param folder the folder
 */
public record KeyFolder(Path folder) {
    static final String TRUSTED = "ca.crt";
    static final String CERTIFICATE = "tls.crt";
    static final String PRIVATE_KEY = "tls.key";
    static final String TOKEN = "token";
    private static final int SHORTEST_TOKEN = 32;

    /**
     * Looks whether the folder is whole.
     *
     * @throws Problem PRECONDITION that names the first file which is missing, unreadable or too short
     */
    public static KeyFolder open(Path folder) {
        var keys = new KeyFolder(folder.toAbsolutePath().normalize());
        for (var name : List.of(TRUSTED, CERTIFICATE, PRIVATE_KEY, TOKEN)) {
            if (!Files.isReadable(keys.folder.resolve(name))) {
                throw unusable(keys.folder.resolve(name), "is missing or cannot be read");
            }
        }
        if (keys.token().length() < SHORTEST_TOKEN) {
            throw unusable(keys.folder.resolve(TOKEN), "holds fewer than " + SHORTEST_TOKEN + " characters");
        }
        return keys;
    }

    /** The line that every call carries. */
    public String token() {
        return text(TOKEN).strip();
    }

    /** How a gRPC client proves who it is and checks whom it talks to. */
    public ChannelCredentials channelCredentials() {
        try {
            return TlsChannelCredentials.newBuilder()
                    .trustManager(folder.resolve(TRUSTED).toFile())
                    .keyManager(
                            folder.resolve(CERTIFICATE).toFile(),
                            folder.resolve(PRIVATE_KEY).toFile())
                    .build();
        } catch (IOException e) {
            throw unusable(folder, "cannot be read: " + e.getMessage());
        }
    }

    /**
     * How a gRPC server shows who it is.
     *
     * @param callers REQUIRE: only who shows a certificate of the same authority is heard (services among themselves); OPTIONAL: a
     *     certificate that is shown must be of that authority, but the token alone suffices (people at the gateway)
     */
    public ServerCredentials serverCredentials(TlsServerCredentials.ClientAuth callers) {
        try {
            return TlsServerCredentials.newBuilder()
                    .keyManager(
                            folder.resolve(CERTIFICATE).toFile(),
                            folder.resolve(PRIVATE_KEY).toFile())
                    .trustManager(folder.resolve(TRUSTED).toFile())
                    .clientAuth(callers)
                    .build();
        } catch (IOException e) {
            throw unusable(folder, "cannot be read: " + e.getMessage());
        }
    }

    /** The same trust for Kafka; both sides of a connection show the certificate. */
    public Map<String, String> kafkaProperties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("ssl.keystore.type", "PEM");
        properties.put("ssl.keystore.certificate.chain", text(CERTIFICATE));
        properties.put("ssl.keystore.key", text(PRIVATE_KEY));
        properties.put("ssl.truststore.type", "PEM");
        properties.put("ssl.truststore.certificates", text(TRUSTED));
        return properties;
    }

    /** Properties that make a Spring gRPC server show the folder's certificate, and hear only who shows one of the same authority. */
    public Map<String, Object> springServerProperties() {
        return Map.of(
                "spring.ssl.bundle.pem.brainwright.truststore.certificate", "file:" + folder.resolve(TRUSTED),
                "spring.grpc.server.ssl.client-auth", "require",
                "spring.ssl.bundle.pem.brainwright.keystore.certificate", "file:" + folder.resolve(CERTIFICATE),
                "spring.ssl.bundle.pem.brainwright.keystore.private-key", "file:" + folder.resolve(PRIVATE_KEY),
                "spring.grpc.server.ssl.bundle", "brainwright");
    }

    private String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw unusable(folder.resolve(name), "cannot be read: " + e.getMessage());
        }
    }

    private static Problem unusable(Path file, String why) {
        return new Problem(
                Kind.PRECONDITION,
                "KEYS_UNUSABLE",
                "The key file %s %s.".formatted(file, why),
                "Make the folder with 'brainwright keys --out DIR --host NAME', or copy it from the server.",
                Map.of("file", file.toString(), "fault", why));
    }
}
