package io.brainwright.studio.cli;

import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.proto.library.v1.ExtractionServiceGrpc;
import io.brainwright.proto.library.v1.FindContradictionsRequest;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows where candidates disagree. */
@Command(
        name = "contradictions",
        description = "Show candidates of one quantity in one tissue that disagree.",
        mixinStandardHelpOptions = true)
final class LibraryContradictions implements Runnable {
    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(
            names = "--sd",
            paramLabel = "K",
            description = "How many standard deviations apart (default: 2).",
            defaultValue = "2")
    private double apart_sd;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public void run() {
        try (var running = platform.start()) {
            var answer = ExtractionServiceGrpc.newBlockingStub(running.part(Channel.class))
                    .findContradictions(FindContradictionsRequest.newBuilder()
                            .setApartSd(apart_sd)
                            .build());
            if (json) {
                System.out.println(LibraryScreen.json(answer));
                return;
            }
            answer.getContradictionsList().forEach(c -> System.out.println(c.getPlot()));
            System.out.printf("%d contradictions%n", answer.getContradictionsCount());
        } catch (StatusRuntimeException refused) {
            throw GrpcProblems.fromGrpc(refused);
        }
    }
}
