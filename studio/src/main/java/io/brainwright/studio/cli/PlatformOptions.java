package io.brainwright.studio.cli;

import io.brainwright.studio.Platform;
import io.brainwright.studio.WebDoor;
import java.nio.file.Path;
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

    Path workspace() {
        return workspace.path();
    }

    Platform start() {
        return start(workspace.path());
    }

    /** Starts on another workspace than the one that was named. */
    Platform start(Path other) {
        return Platform.start(other, kafkaPort, grpcPort);
    }

    /** Starts with the studio in the browser. */
    Platform start(WebDoor door) {
        return Platform.start(workspace.path(), kafkaPort, grpcPort, door);
    }
}
