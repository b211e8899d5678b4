package io.brainwright.studio.cli;

import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.library.model.extraction.Extractor;
import io.brainwright.library.model.scoring.ValueFields;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.library.v1.ExtractRequest;
import io.brainwright.proto.library.v1.ExtractionServiceGrpc;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Extracts values. */
@Command(
        name = "extract",
        description = "Find measured values in your papers and keep them as candidates; nothing enters a recipe.",
        mixinStandardHelpOptions = true)
@Acts
final class LibraryExtract implements Runnable {
    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Mixin
    private CandidateOptions wanted = new CandidateOptions();

    @Option(
            names = "--text",
            paramLabel = "FILE",
            description = "Read this text file instead; nothing is kept, no service starts.")
    private Optional<Path> text = Optional.empty();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Parameters(
            paramLabel = "DOCUMENT",
            arity = "0..1",
            description = "Id of a document, or its beginning (default: every paper).")
    private String document = "";

    @Override
    public void run() {
        if (text.isPresent()) {
            fromText(text.get());
            return;
        }
        try (var running = platform.start()) {
            var answer = ExtractionServiceGrpc.newBlockingStub(running.part(Channel.class))
                    .extract(ExtractRequest.newBuilder()
                            .setDocumentId(document)
                            .setFilter(wanted.filter())
                            .build());
            if (json) {
                System.out.println(LibraryScreen.json(answer));
                return;
            }
            answer.getCandidatesList().forEach(c -> System.out.println(CandidateScreen.lines(c)));
            answer.getOutsideList()
                    .forEach(name -> System.out.println("not about nerve cells, nothing taken: " + name));
            answer.getInstructionsList()
                    .forEach(said ->
                            System.out.println("text that speaks to an assistant, not followed: \"" + said + "\""));
            System.out.printf(
                    "%d of %d values in %d documents; 'brainwright library promote' brings one into the recipe%n",
                    answer.getCandidatesCount(), answer.getFound(), answer.getDocuments());
        } catch (StatusRuntimeException refused) {
            throw GrpcProblems.fromGrpc(refused);
        }
    }

    private void fromText(Path file) {
        var words = read(file);
        var found = Extractor.extract(words);
        var values = found.values().stream()
                .map(v -> {
                    Map<String, Object> fields = new LinkedHashMap<>(ValueFields.of(v));
                    fields.put("place", List.of(v.place().start(), v.place().end()));
                    fields.put("quote", v.quote());
                    fields.put("confidence", v.confidence());
                    return fields;
                })
                .toList();
        var instructions = found.instructions().stream().map(s -> s.of(words)).toList();
        System.out.println(Json.of(Map.of("values", values, "instructions", instructions)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "TEXT_UNREADABLE",
                    "'%s' cannot be read.".formatted(file),
                    "Give the path of a UTF-8 text file.",
                    Map.of("file", file.toString()),
                    List.of(),
                    broken);
        }
    }
}
