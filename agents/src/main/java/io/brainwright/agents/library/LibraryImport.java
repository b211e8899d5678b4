package io.brainwright.agents.library;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.library.v1.FileReport;
import io.brainwright.proto.library.v1.FileReport.Outcome;
import io.brainwright.proto.library.v1.ImportRequest;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes a file or folder into the library. A plan tells no licence: where the file does not either, it is kept as unknown, and said so. */
final class LibraryImport implements ActionExecutor {
    private static final String UNKNOWN = "unknown";
    private static final String TOLD_BY_NOBODY = "BAD_REQUEST";

    @Override
    public String action() {
        return "library.import";
    }

    @Override
    public Scope scope() {
        return Scope.ONCE;
    }

    @Override
    public StepOutcome run(StepContext context) {
        var params = context.params();
        if (params.path("inline").asBoolean(false)) {
            throw new Problem(
                    Kind.INVALID,
                    "IMPORT_INLINE_NOT_AVAILABLE",
                    "Text within a request is not imported yet.",
                    "Save it as a file, and import the file.",
                    Map.of());
        }
        var words = new ArrayList<String>();
        for (var report : take(context, path(context.workspace(), StepWords.text(params, "path")), "")) {
            var known =
                    report.getOutcome() == Outcome.REFUSED && report.getReason().equals(TOLD_BY_NOBODY)
                            ? take(context, report.getPath(), UNKNOWN).getFirst()
                            : report;
            words.add(sentence(known, known != report));
        }
        return StepOutcome.said(words);
    }

    private static List<FileReport> take(StepContext context, String path, String told) {
        var reports = new ArrayList<FileReport>();
        var answers = context.services()
                .library()
                .import_(ImportRequest.newBuilder()
                        .setPath(path)
                        .setLicence(told)
                        .setCitation(told)
                        .build());
        while (answers.hasNext()) {
            var answer = answers.next();
            if (answer.hasProgress()) {
                context.progress(answer.getProgress());
            } else if (answer.hasFile()) {
                reports.add(answer.getFile());
            }
        }
        return reports;
    }

    /** As the scientist wrote it: from the home folder, the workspace, or where Brainwright was started. */
    private static String path(Path workspace, String told) {
        try {
            if (told.startsWith("~/")) {
                return Path.of(System.getProperty("user.home"), told.substring(2))
                        .toString();
            }
            var within = workspace.resolve(told);
            return (Files.exists(within) ? within : Path.of(told))
                    .toAbsolutePath()
                    .toString();
        } catch (InvalidPathException strange) {
            return told; // the library says what is wrong with it
        }
    }

    private static String sentence(FileReport report, boolean unknown) {
        var name = Path.of(report.getPath()).getFileName();
        return switch (report.getOutcome()) {
            case IMPORTED ->
                "'%s' is in the library now: %s.%s%s"
                        .formatted(
                                name,
                                String.join(", ", report.getReadList()),
                                unknown ? " Its licence and citation are kept as unknown." : "",
                                report.getOddCount() == 0 ? "" : " " + String.join(" ", report.getOddList()));
            case DUPLICATE -> "'%s' was in the library already.".formatted(name);
            default -> "'%s' was not taken: %s".formatted(name, report.getProblem());
        };
    }
}
