package io.brainwright.studio.cli;

import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.proto.library.v1.LibraryServiceGrpc;
import io.brainwright.proto.library.v1.SearchRequest;
import io.brainwright.proto.library.v1.SearchResponse;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds values and passages. */
@Command(
        name = "search",
        description = "Find measured values, and passages of what you imported, by words.",
        mixinStandardHelpOptions = true)
final class LibrarySearch implements Runnable {
    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "papers, morphologies, traces, models, datasets or values (default: all but datasets).",
            defaultValue = "")
    private String kind = "";

    @Option(names = "--after", paramLabel = "YEAR", description = "Documents of later years only.", defaultValue = "0")
    private int after;

    @Option(
            names = "--species",
            paramLabel = "NAME",
            description = "Passages or documents that name this species.",
            defaultValue = "")
    private String species = "";

    @Option(
            names = "--region",
            paramLabel = "NAME",
            description = "Passages or documents that name this region; may be given several times.")
    private List<String> regions = List.of();

    @Option(names = "--document", paramLabel = "ID", description = "Within one document.", defaultValue = "")
    private String document = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "At most this many of each (default: 20).",
            defaultValue = "20")
    private int limit;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Parameters(paramLabel = "WORD", arity = "1..*")
    private List<String> words = List.of();

    @Override
    public void run() {
        try (var running = platform.start()) {
            var answer = LibraryServiceGrpc.newBlockingStub(running.part(Channel.class))
                    .search(SearchRequest.newBuilder()
                            .setWords(String.join(" ", words))
                            .setLimit(limit)
                            .setKind(kind)
                            .setAfterYear(after)
                            .setSpecies(species)
                            .addAllRegions(regions)
                            .setDocument(document)
                            .build());
            if (json) {
                System.out.println(LibraryScreen.json(answer));
            } else {
                print(answer);
            }
        } catch (StatusRuntimeException refused) {
            throw GrpcProblems.fromGrpc(refused);
        }
    }

    private static void print(SearchResponse answer) {
        var screen = new LibraryScreen();
        answer.getValuesList().forEach(v -> System.out.println(screen.value(v)));
        if (answer.getValuesCount() > 0 && answer.getPassagesCount() > 0) {
            System.out.println();
        }
        answer.getPassagesList().forEach(p -> System.out.println(screen.passage(p)));
        answer.getDatasetsList()
                .forEach(d ->
                        System.out.printf("%s  %s, %d rows%n", d.getDataset().getId(), d.getStage(), d.getRows()));
        answer.getNotesList().forEach(System.out::println);
        System.out.printf(
                "%d of %d values, %d of %d passages%s%n",
                answer.getValuesCount(),
                answer.getMatches(),
                answer.getPassagesCount(),
                answer.getPassageMatches(),
                answer.getDatasetsCount() > 0 ? ", %d datasets".formatted(answer.getDatasetsCount()) : "");
    }
}
