package io.brainwright.studio;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the studio listens for browsers. On the loopback interface it needs nothing; anywhere else it needs TLS, and visitors need a
 * token.
 *
 * @param address interface to listen on
 * @param port 0 for any free one
 * @param certificate PEM file with the certificate chain; null on loopback
 * @param key PEM file with its private key; null on loopback
 * @param access token that visitors must show; empty on loopback
 */
public record WebDoor(
        InetAddress address,
        int port,
        @Nullable Path certificate,
        @Nullable Path key,
        String access) {
    /** On this machine only. */
    public static WebDoor loopback(int port) {
        return new WebDoor(InetAddress.getLoopbackAddress(), port, null, null, "");
    }

    /**
     * On another interface.
     *
     * @param host name or address of the interface
     * @param access token for visitors
     * @throws Problem where the interface does not exist, or, beyond loopback, a certificate or its key is missing
     */
    public static WebDoor at(String host, int port, @Nullable Path certificate, @Nullable Path key, String access) {
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new Problem(
                    Kind.INVALID,
                    "HOST_UNKNOWN",
                    "This machine knows no address for '%s'.".formatted(host),
                    "Give --host the name or address of one of this machine's interfaces.",
                    Map.of("host", host),
                    List.of(),
                    unknown);
        }
        if (address.isLoopbackAddress()) {
            return new WebDoor(address, port, null, null, "");
        }
        if (certificate == null || key == null) {
            throw new Problem(
                    Kind.INVALID,
                    "TLS_NEEDED",
                    "The studio listens on %s only with TLS.".formatted(host),
                    "Give --tls-certificate FILE and --tls-key FILE (PEM), or leave --host away: then only this machine reaches it.",
                    Map.of("host", host));
        }
        requireFile("--tls-certificate", certificate);
        requireFile("--tls-key", key);
        return new WebDoor(address, port, certificate, key, access);
    }

    private static void requireFile(String option, Path file) {
        if (!Files.isReadable(file)) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "TLS_FILE_MISSING",
                    "The file %s of %s cannot be read.".formatted(file, option),
                    "Give the path of a PEM file.",
                    Map.of("file", file.toString(), "option", option));
        }
    }

    /** Whether other machines can reach it. */
    public boolean isOpen() {
        return !address.isLoopbackAddress();
    }

    void requireFree() {
        if (port != 0) {
            Ports.requireFree("the studio", "--port", port, address);
        }
    }

    Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.address", address.getHostAddress());
        properties.put("server.port", port);
        if (isOpen()) {
            properties.put("server.ssl.certificate", "file:" + certificate);
            properties.put("server.ssl.certificate-private-key", "file:" + key);
            properties.put("brainwright.web.access", access);
            properties.put("brainwright.web.names", String.join(",", names()));
        }
        return properties;
    }

    private List<String> names() {
        var plain = address.getHostAddress();
        var written = plain.contains(":") ? "[" + plain + "]" : plain;
        return address.isAnyLocalAddress()
                ? List.of("127.0.0.1", "localhost", OwnNames.host(), OwnNames.host() + ".local")
                : List.of(written, address.getCanonicalHostName());
    }
}
