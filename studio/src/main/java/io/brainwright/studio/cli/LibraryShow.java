package io.brainwright.studio.cli;

import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.proto.library.v1.LibraryServiceGrpc;
import io.brainwright.proto.library.v1.ShowPassageRequest;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a document. */
@Command(name = "show", description = "Show a document, or one passage of it.", mixinStandardHelpOptions = true)
final class LibraryShow implements Runnable {
    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(names = "--passage", paramLabel = "N", description = "This passage only.")
    private @Nullable Integer passage;

    @Option(
            names = "--around",
            paramLabel = "N",
            description = "With this many passages before and after it (default: 0).",
            defaultValue = "0")
    private int around;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Parameters(paramLabel = "ID", description = "Eight or more digits of its id, as 'library list' shows them.")
    private String id = "";

    @Override
    public void run() {
        var request = ShowPassageRequest.newBuilder().setDocumentId(id).setAround(around);
        if (passage != null) {
            request.setPassage(passage);
        }
        try (var running = platform.start()) {
            var answer = LibraryServiceGrpc.newBlockingStub(running.part(Channel.class))
                    .showPassage(request.build());
            if (json) {
                System.out.println(LibraryScreen.json(answer));
                return;
            }
            var screen = new LibraryScreen();
            System.out.println(screen.document(answer.getDocument()));
            System.out.println(
                    "          " + LibraryScreen.printable(answer.getDocument().getCitation()));
            answer.getPassagesList().forEach(p -> System.out.println(screen.row(p)));
        } catch (StatusRuntimeException refused) {
            throw GrpcProblems.fromGrpc(refused);
        }
    }
}
