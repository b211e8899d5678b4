package io.brainwright.studio.cli;

import io.brainwright.fabric.keys.KeyFolder;
import io.brainwright.studio.Platform;
import io.brainwright.studio.gateway.ServerAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the platform is started. */
final class PlatformOptions {
    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--kafka-port",
            paramLabel = "N",
            description = "Port of the embedded broker, loopback only (default: any free one).",
            defaultValue = "0")
    private int kafkaPort;

    @Option(
            names = "--grpc-port",
            paramLabel = "N",
            description = "Port of the gRPC services, loopback only (default: any free one).",
            defaultValue = "0")
    private int grpcPort;

    @Option(
            names = "--server",
            paramLabel = "ADDRESS",
            description = "Use the services of a server, host:port, instead of starting them here.")
    private @Nullable String server;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            description = "Copy of the server's key folder (default: keys/ in the workspace).")
    private @Nullable Path keys;

    Path workspace() {
        return workspace.path();
    }

    Platform start() {
        return start(workspace.path());
    }

    /** Starts on another workspace than the one that was named. */
    Platform start(Path other) {
        if (server == null) {
            return Platform.start(other, kafkaPort, grpcPort);
        }
        var folder = keys == null ? workspace.path().resolve("keys") : keys;
        return Platform.connect(other, ServerAddress.parse(server), KeyFolder.open(folder));
    }
}
