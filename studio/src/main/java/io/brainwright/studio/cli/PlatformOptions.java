package io.brainwright.studio.cli;

import io.brainwright.fabric.keys.KeyFolder;
import io.brainwright.studio.Platform;
import io.brainwright.studio.WebDoor;
import io.brainwright.studio.gateway.ServerAccess;
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

    /** Whether a server runs the stages. */
    boolean isRemote() {
        return server != null;
    }

    Path workspace() {
        return workspace.path();
    }

    Platform start() {
        return start(workspace.path());
    }

    /** Starts on another workspace than the one that was named. */
    Platform start(Path other) {
        return start(other, null);
    }

    /** Starts with the studio in the browser. */
    Platform start(WebDoor door) {
        return start(workspace.path(), door);
    }

    private Platform start(Path folder, @Nullable WebDoor door) {
        if (server == null) {
            return Platform.start(folder, kafkaPort, grpcPort, door);
        }
        var shown = keys == null ? workspace.path().resolve("keys") : keys;
        var access = new ServerAccess(ServerAddress.parse(server), KeyFolder.open(shown));
        return Platform.connect(folder, access, door);
    }
}
