package io.brainwright.studio.cli;

import io.brainwright.studio.WebDoor;
import io.brainwright.studio.web.guard.Secrets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the studio listens and whether a browser is opened. */
final class WebOptions {
    private static final String ACCESS = "BRAINWRIGHT_ACCESS_TOKEN";

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the studio (default: any free one).",
            defaultValue = "0")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description =
                    "Interface to listen on (default: this machine only). Any other needs TLS, and visitors need the token that"
                            + " is printed, or the one in the environment variable " + ACCESS + ".",
            defaultValue = "127.0.0.1")
    private String host = "127.0.0.1";

    @Option(names = "--tls-certificate", paramLabel = "FILE", description = "Certificate chain, PEM.")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "Private key of the certificate, PEM.")
    private @Nullable Path key;

    @Option(names = "--no-browser", description = "Print the address only.")
    private boolean noBrowser;

    WebDoor door() {
        var given = System.getenv(ACCESS);
        return WebDoor.at(host, port, certificate, key, given == null || given.isBlank() ? Secrets.fresh() : given);
    }

    /** The address to open. */
    String address(WebDoor door, int listening) {
        var name = door.address().isAnyLocalAddress() ? "localhost" : host;
        var written = name.contains(":") ? "[" + name + "]" : name;
        return door.isOpen()
                ? "https://%s:%d/?access=%s".formatted(written, listening, door.access())
                : "http://%s:%d/".formatted(written, listening);
    }

    boolean opensBrowser() {
        return !noBrowser;
    }
}
