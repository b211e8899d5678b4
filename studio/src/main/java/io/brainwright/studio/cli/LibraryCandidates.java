package io.brainwright.studio.cli;

import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.proto.library.v1.ExtractionServiceGrpc;
import io.brainwright.proto.library.v1.ListCandidatesRequest;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists candidates. */
@Command(
        name = "candidates",
        description = "List values that were extracted, with their quotations.",
        mixinStandardHelpOptions = true)
final class LibraryCandidates implements Runnable {
    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Mixin
    private CandidateOptions wanted = new CandidateOptions();

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "proposed, promoted or rejected (default: all).",
            defaultValue = "")
    private String status = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public void run() {
        try (var running = platform.start()) {
            var answer = ExtractionServiceGrpc.newBlockingStub(running.part(Channel.class))
                    .listCandidates(ListCandidatesRequest.newBuilder()
                            .setFilter(wanted.filter())
                            .setStatus(status)
                            .build());
            if (json) {
                System.out.println(LibraryScreen.json(answer));
                return;
            }
            answer.getCandidatesList().forEach(c -> System.out.println(CandidateScreen.lines(c)));
            System.out.printf("%d candidates%n", answer.getCandidatesCount());
        } catch (StatusRuntimeException refused) {
            throw GrpcProblems.fromGrpc(refused);
        }
    }
}
