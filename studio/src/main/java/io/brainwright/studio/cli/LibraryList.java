package io.brainwright.studio.cli;

import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.proto.library.v1.LibraryServiceGrpc;
import io.brainwright.proto.library.v1.ListDocumentsRequest;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists documents. */
@Command(name = "list", description = "List what you imported.", mixinStandardHelpOptions = true)
final class LibraryList implements Runnable {
    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "papers, morphologies, traces, models or values (default: all).",
            defaultValue = "")
    private String kind = "";

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public void run() {
        try (var running = platform.start()) {
            var answer = LibraryServiceGrpc.newBlockingStub(running.part(Channel.class))
                    .listDocuments(
                            ListDocumentsRequest.newBuilder().setKind(kind).build());
            if (json) {
                System.out.println(LibraryScreen.json(answer));
                return;
            }
            var screen = new LibraryScreen();
            answer.getDocumentsList().forEach(d -> System.out.println(screen.document(d)));
            System.out.printf("%d documents%n", answer.getDocumentsCount());
        } catch (StatusRuntimeException refused) {
            throw GrpcProblems.fromGrpc(refused);
        }
    }
}
