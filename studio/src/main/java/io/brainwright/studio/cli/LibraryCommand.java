package io.brainwright.studio.cli;

import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.proto.library.v1.ImportMorphologyRequest;
import io.brainwright.proto.library.v1.LibraryServiceGrpc;
import io.brainwright.proto.library.v1.SearchRequest;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The data bank. */
@Command(
        name = "library",
        description = "The data bank: measured values, and what you import.",
        mixinStandardHelpOptions = true,
        subcommands = {LibraryCommand.Search.class, LibraryCommand.Import.class})
final class LibraryCommand implements Runnable {
    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    @Override
    public void run() {
        assert spec != null;
        spec.commandLine().usage(System.out);
    }

    /** Finds values. */
    @Command(name = "search", description = "Find measured values by words.", mixinStandardHelpOptions = true)
    static final class Search implements Runnable {
        @Mixin
        private PlatformOptions platform = new PlatformOptions();

        @Option(names = "--limit", paramLabel = "N", description = "At most this many (default: 20).", defaultValue = "20")
        private int limit;

        @Parameters(paramLabel = "WORD", arity = "1..*")
        private List<String> words = List.of();

        @Override
        public void run() {
            try (var running = platform.start()) {
                var answer = LibraryServiceGrpc.newBlockingStub(running.part(Channel.class))
                        .search(SearchRequest.newBuilder()
                                .setWords(String.join(" ", words))
                                .setLimit(limit)
                                .build());
                for (var v : answer.getValuesList()) {
                    System.out.printf(
                            "%s = %s %s%s%n    %s. %s%s%n",
                            v.getPath(),
                            v.getValue(),
                            v.getUnit(),
                            v.hasSd() ? " ± " + v.getSd() : "",
                            v.getDescription(),
                            v.getSource(),
                            v.getGeneralisedCount() == 0 ? "" : " [" + String.join("; ", v.getGeneralisedList()) + "]");
                }
                System.out.printf("%d of %d matches%n", answer.getValuesCount(), answer.getMatches());
            } catch (StatusRuntimeException refused) {
                throw GrpcProblems.fromGrpc(refused);
            }
        }
    }

    /** Takes a file in. */
    @Command(name = "import", description = "Take a morphology (SWC, H5) into the data bank.", mixinStandardHelpOptions = true)
    static final class Import implements Runnable {
        @Mixin
        private PlatformOptions platform = new PlatformOptions();

        @Option(names = "--licence", required = true, description = "Its licence; 'unknown' is allowed.")
        private String licence = "";

        @Option(names = "--citation", required = true, description = "Where it comes from; 'unknown' is allowed.")
        private String citation = "";

        @Parameters(paramLabel = "FILE")
        private Path file = Path.of("");

        @Override
        public void run() {
            try (var running = platform.start()) {
                var answer = LibraryServiceGrpc.newBlockingStub(running.part(Channel.class))
                        .importMorphology(ImportMorphologyRequest.newBuilder()
                                .setPath(file.toAbsolutePath().toString())
                                .setLicence(licence)
                                .setCitation(citation)
                                .build());
                System.out.printf(
                        "%s: %d sections, %d points, %.0f um of dendrite, %.0f um of axon; dataset %s%n",
                        answer.getName(),
                        answer.getSections(),
                        answer.getPoints(),
                        answer.getDendriteLengthUm(),
                        answer.getAxonLengthUm(),
                        answer.getDataset().getId());
                answer.getNotesList().forEach(note -> System.out.println("  " + note));
            } catch (StatusRuntimeException refused) {
                throw GrpcProblems.fromGrpc(refused);
            }
        }
    }
}
