package io.brainwright.library.service;

import io.brainwright.library.model.intake.Library;
import io.brainwright.library.model.intake.Outcome;
import io.brainwright.library.model.intake.Outcome.Duplicate;
import io.brainwright.library.model.intake.Outcome.Imported;
import io.brainwright.library.model.intake.Outcome.Refused;
import io.brainwright.library.model.intake.Told;
import io.brainwright.library.model.reading.ReadingProgress;
import io.brainwright.library.model.shelf.Kept;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.Progress;
import io.brainwright.proto.library.v1.FileReport;
import io.brainwright.proto.library.v1.ImportProgress;
import io.brainwright.proto.library.v1.ImportRequest;
import io.brainwright.proto.library.v1.ImportResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Imports a file or all files of a folder, and reports on each. */
final class FileImports {
    /** chosen: no library of a scientist has more at once; a folder with more is likely the wrong one. */
    private static final int MAX_FILES = 10_000;

    private final Library library;
    private final KeptDatasets datasets;

    FileImports(Library library, KeptDatasets datasets) {
        this.library = library;
        this.datasets = datasets;
    }

    /**
     * Imports.
     *
     * @param tell hears progress, one report for each file, and the result
     * @throws Problem where the request itself is wrong; files that are refused are reported
     */
    void answer(ImportRequest request, Consumer<ImportProgress> tell) {
        var files = files(path("path", request.getPath()));
        var told = new Told(
                request.getLicence(),
                request.getCitation(),
                request.getMapping().isBlank() ? null : file("mapping", request.getMapping()));
        var result = ImportResult.newBuilder();
        for (int f = 0; f < files.size(); f++) {
            stopIfAsked();
            var file = files.get(f);
            progress(tell, "imported", "files", f, files.size(), String.valueOf(file.getFileName()));
            ReadingProgress reading = (unit, done, total) -> {
                stopIfAsked();
                progress(tell, "read", unit, done, total, String.valueOf(file.getFileName()));
            };
            var report = report(withDataset(library.take(file, told, reading)));
            switch (report.getOutcome()) {
                case IMPORTED -> result.setImported(result.getImported() + 1);
                case DUPLICATE -> result.setDuplicates(result.getDuplicates() + 1);
                default -> result.setRefused(result.getRefused() + 1);
            }
            tell.accept(ImportProgress.newBuilder().setFile(report).build());
        }
        tell.accept(ImportProgress.newBuilder().setResult(result).build());
    }

    /** Morphologies and recordings become datasets; one that cannot become one is not kept. */
    private Outcome withDataset(Outcome outcome) {
        if (!(outcome instanceof Imported imported) || imported.kept() == null) {
            return outcome;
        }
        var taken = imported.kept();
        try {
            var id = datasets.make(taken);
            if (id.isEmpty()) {
                return outcome;
            }
            var kept = taken.withDataset(id);
            library.shelf().write(kept);
            return new Imported(imported.file(), kept, imported.passages(), imported.report());
        } catch (Problem problem) {
            library.remove(taken);
            if (problem.kind() == Kind.CANCELLED) {
                throw problem;
            }
            return new Refused(imported.file(), problem);
        }
    }

    private static FileReport report(Outcome outcome) {
        var report = FileReport.newBuilder().setPath(outcome.file().toString());
        return switch (outcome) {
            case Imported i ->
                with(report, i.kept(), i.passages())
                        .setOutcome(FileReport.Outcome.IMPORTED)
                        .addAllRead(i.report().read())
                        .addAllSkipped(i.report().skipped())
                        .addAllOdd(i.report().odd())
                        .build();
            case Duplicate d ->
                with(report, d.kept(), 0)
                        .setOutcome(FileReport.Outcome.DUPLICATE)
                        .addSkipped(d.why())
                        .build();
            case Refused r ->
                report.setOutcome(FileReport.Outcome.REFUSED)
                        .setProblem(r.problem().sentence())
                        .setReason(r.problem().reason())
                        .build();
        };
    }

    private static FileReport.Builder with(FileReport.Builder report, @Nullable Kept kept, int passages) {
        return kept == null ? report : report.setDocument(Documents.document(kept, passages));
    }

    private static void progress(
            Consumer<ImportProgress> tell, String verb, String unit, int done, int total, String detail) {
        tell.accept(ImportProgress.newBuilder()
                .setProgress(Progress.newBuilder()
                        .setVerb(verb)
                        .setUnit(unit)
                        .setDone(done)
                        .setTotal(total)
                        .setDetail(detail))
                .build());
    }

    private static void stopIfAsked() {
        if (Thread.currentThread().isInterrupted()) {
            throw new Problem(
                    Kind.CANCELLED,
                    "IMPORT_STOPPED",
                    "The import was stopped.",
                    "What was reported as imported is in the library; nothing else is.",
                    Map.of());
        }
    }

    /** A file, or the files of a folder at any depth, by name. Hidden files are not the scientist's. */
    private static List<Path> files(Path path) {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        try (var all = Files.walk(path)) {
            var files = all.filter(Files::isRegularFile)
                    .filter(f -> !isHidden(path.relativize(f)))
                    .sorted()
                    .limit(MAX_FILES + 1)
                    .toList();
            if (files.isEmpty() || files.size() > MAX_FILES) {
                throw Problem.invalid(
                        "This folder cannot be imported.",
                        List.of(new FieldFault(
                                "path",
                                "'%s' holds %s files; give a folder with 1 to %d"
                                        .formatted(
                                                path, files.isEmpty() ? "no" : "more than " + MAX_FILES, MAX_FILES))));
            }
            return files;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot list " + path, failed);
        }
    }

    private static boolean isHidden(Path relative) {
        for (var part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static Path path(String field, String told) {
        @Nullable Path path = null;
        try {
            path = told.isBlank() ? null : Path.of(told);
        } catch (InvalidPathException strange) {
            throw fault(field, "'%s' is no path: %s".formatted(told, strange.getReason()));
        }
        if (path == null || !Files.exists(path)) {
            throw fault(
                    field,
                    told.isBlank()
                            ? "is empty; give the path of a file or folder on this machine"
                            : "there is no '%s'".formatted(told));
        }
        return path;
    }

    private static Path file(String field, String told) {
        var path = path(field, told);
        if (!Files.isRegularFile(path)) {
            throw fault(field, "'%s' is no file".formatted(told));
        }
        return path;
    }

    private static Problem fault(String field, String fault) {
        return Problem.invalid("This cannot be imported.", List.of(new FieldFault(field, fault)));
    }
}
