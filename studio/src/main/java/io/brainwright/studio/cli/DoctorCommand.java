package io.brainwright.studio.cli;

import io.brainwright.agents.chat.Conversation;
import io.brainwright.agents.plugged.PluggedStages;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.proto.sim.v1.ListBackendsRequest;
import io.brainwright.proto.sim.v1.SimServiceGrpc;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether everything works here. */
@Command(
        name = "doctor",
        description = "Check this machine: Java, memory, disk, broker, services, simulation devices.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Runnable {
    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Override
    public void run() {
        say("java", Runtime.version() + ", " + System.getProperty("java.vendor"));
        say("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        say("heap limit", "%.1f GiB".formatted(Runtime.getRuntime().maxMemory() / 0x1p30));
        long started = System.nanoTime();
        try (var running = platform.start()) {
            say("platform", "started in %.1f s".formatted((System.nanoTime() - started) / 1e9));
            say("workspace", platform.workspace().toString());
            say(
                    "disk free",
                    "%.1f GiB"
                            .formatted(Files.getFileStore(platform.workspace()).getUsableSpace() / 0x1p30));
            say("broker", running.kafka());
            say("services", "127.0.0.1:" + running.grpcPort());
            say("chat model", running.part(Conversation.class).model());
            running.part(PluggedStages.class)
                    .stages()
                    .forEach(stage ->
                            say("own stage", StagesCommand.Row.of(stage).line()));
            say("datasets", String.valueOf(running.part(Datasets.class).list().size()));
            SimServiceGrpc.newBlockingStub(running.part(Channel.class))
                    .listBackends(ListBackendsRequest.getDefaultInstance())
                    .getBackendsList()
                    .forEach(b -> say(
                            "simulation",
                            "%s on %s%s"
                                    .formatted(
                                            b.getName(),
                                            b.getDevice(),
                                            b.getAvailable() ? "" : ": not available, " + b.getReason())));
        } catch (StatusRuntimeException refused) {
            throw GrpcProblems.fromGrpc(refused);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void say(String what, String finding) {
        System.out.printf("%-12s %s%n", what, finding);
    }
}
