package io.brainwright.studio.cli;

import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.library.v1.FileReport;
import io.brainwright.proto.library.v1.ImportRequest;
import io.brainwright.proto.library.v1.ImportResult;
import io.brainwright.proto.library.v1.LibraryServiceGrpc;
import io.brainwright.proto.library.v1.LibraryServiceGrpc.LibraryServiceBlockingStub;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes files in. */
@Command(
        name = "import",
        description = {
            "Take files or folders into the data bank, with a report on each file:",
            "papers (JATS, PDF, text, Markdown), bibliographies (BibTeX), morphologies (SWC, H5), recordings (CSV, NWB 2),",
            "mechanisms (NMODL), and tables of your own with a mapping. A file's format is found in its content."
        },
        mixinStandardHelpOptions = true)
@Acts
final class LibraryImport implements Runnable {
    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(
            names = "--licence",
            paramLabel = "TEXT",
            description = "Licence; 'unknown' is allowed (default: what the file says).",
            defaultValue = "")
    private String licence = "";

    @Option(
            names = "--citation",
            paramLabel = "TEXT",
            description =
                    "Where it comes from; 'unknown' is allowed (default: from the file's authors, year and title).",
            defaultValue = "")
    private String citation = "";

    @Option(names = "--mapping", paramLabel = "YAML", description = "What the columns of a table mean.")
    private @Nullable Path mapping;

    @Option(names = "--json", description = "Print JSON, one report a line.")
    private boolean json;

    @Parameters(paramLabel = "PATH", arity = "1..*")
    private List<Path> paths = List.of();

    @Override
    public void run() {
        int refused = 0;
        int files = 0;
        try (var running = platform.start()) {
            var library = LibraryServiceGrpc.newBlockingStub(running.part(Channel.class));
            for (var path : paths) {
                var result = take(library, path);
                refused += result.getRefused();
                files += result.getRefused() + result.getImported() + result.getDuplicates();
            }
        } catch (StatusRuntimeException failed) {
            throw GrpcProblems.fromGrpc(failed);
        }
        if (refused > 0) {
            throw new Problem(
                    Kind.INVALID,
                    "FILES_REFUSED",
                    "%d of %d files were not taken.".formatted(refused, files),
                    "The reports above say why.",
                    Map.of("refused", String.valueOf(refused), "files", String.valueOf(files)));
        }
    }

    private ImportResult take(LibraryServiceBlockingStub library, Path path) {
        var bar = new ProgressBar(
                System.out,
                !json && System.console() != null && System.console().isTerminal());
        var answers = library.import_(ImportRequest.newBuilder()
                .setPath(path.toAbsolutePath().toString())
                .setLicence(licence)
                .setCitation(citation)
                .setMapping(mapping == null ? "" : mapping.toAbsolutePath().toString())
                .build());
        var result = ImportResult.getDefaultInstance();
        while (answers.hasNext()) {
            var answer = answers.next();
            switch (answer.getStateCase()) {
                case PROGRESS -> {
                    var p = answer.getProgress();
                    if (!json) {
                        bar.show("import", p.getDetail(), p.getDone(), p.getTotal(), p.getPerSecond(), p.getUnit());
                    }
                }
                case FILE -> report(answer.getFile(), bar);
                case RESULT -> result = answer.getResult();
                case STATE_NOT_SET -> {
                    // a newer service may tell more than this client knows
                }
            }
        }
        return result;
    }

    private void report(FileReport file, ProgressBar bar) {
        if (json) {
            System.out.println(LibraryScreen.json(file).replaceAll("\\s*\n\\s*", " "));
            return;
        }
        var screen = new LibraryScreen();
        bar.done(
                switch (file.getOutcome()) {
                    case IMPORTED -> "imported   " + file.getPath();
                    case DUPLICATE -> "known      " + file.getPath();
                    default -> "not taken  " + file.getPath();
                });
        if (file.hasDocument()) {
            System.out.println("  " + screen.document(file.getDocument()).replace("\n", "\n  "));
        }
        list("read:    ", file.getReadList());
        list("skipped: ", file.getSkippedList());
        list("odd:     ", file.getOddList());
        if (!file.getProblem().isEmpty()) {
            System.out.println("  " + LibraryScreen.printable(file.getProblem()));
        }
    }

    private static void list(String head, List<String> sentences) {
        sentences.forEach(s -> System.out.println("  " + head + LibraryScreen.printable(s)));
    }
}
