package io.brainwright.studio.cli;

import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.proto.library.v1.AuditRequest;
import io.brainwright.proto.library.v1.LibraryServiceGrpc;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells where the values of the recipes come from. */
@Command(
        name = "audit",
        description = "Tell where the values of the recipes come from: measured here, elsewhere, or chosen.",
        mixinStandardHelpOptions = true)
final class LibraryAudit implements Runnable {
    private static final int PATHS_SHOWN = 5;

    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(
            names = "--by",
            paramLabel = "NAME",
            split = ",",
            description = "species, age, region, source, tier; several with commas (default: source).")
    private List<String> by = List.of();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public void run() {
        try (var running = platform.start()) {
            var answer = LibraryServiceGrpc.newBlockingStub(running.part(Channel.class))
                    .audit(AuditRequest.newBuilder().addAllGroupBy(by).build());
            if (json) {
                System.out.println(LibraryScreen.json(answer));
                return;
            }
            for (var group : answer.getGroupsList()) {
                System.out.printf("%5d  %s%n", group.getValues(), String.join(", ", group.getWordsList()));
                group.getPathsList().stream().limit(PATHS_SHOWN).forEach(p -> System.out.println("         " + p));
                if (group.getPathsCount() > PATHS_SHOWN) {
                    System.out.printf("         and %d more%n", group.getPathsCount() - PATHS_SHOWN);
                }
            }
            System.out.printf(
                    "%d values; %d generalised, %d chosen%n",
                    answer.getValues(), answer.getGeneralised(), answer.getChosen());
        } catch (StatusRuntimeException refused) {
            throw GrpcProblems.fromGrpc(refused);
        }
    }
}
