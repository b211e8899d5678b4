package io.brainwright.studio.cli;

import io.brainwright.neuro.morphology.io.MorphologyFile;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes morphologies in another format. */
@Command(
        name = "convert",
        description = "Write cells in another format; with --repair, mend what has one clear repair and tell it.",
        mixinStandardHelpOptions = true)
final class MorphologyConvertCommand implements Runnable {
    /** The formats that are written. */
    enum Format {
        SWC,
        ASC,
        H5
    }

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "SWC, ASC or H5 files.")
    private List<Path> files = List.of();

    @Option(names = "--to", required = true, paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Format to = Format.SWC;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the new files. Default: this folder.")
    private Path out = Path.of("");

    @Option(names = "--repair", description = "Repair what can be repaired without a guess.")
    private boolean repair;

    @Override
    public void run() {
        try {
            Files.createDirectories(out.toAbsolutePath());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        for (var file : files) {
            var name = String.valueOf(file.getFileName());
            var ending = "." + to.name().toLowerCase(Locale.ROOT);
            var target = out.resolve(name.replaceFirst("\\.[^.]*$", "") + ending);
            if (target.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
                throw Problem.invalid(
                        "'%s' would be written over.".formatted(file),
                        List.of(new FieldFault("--out", "Name another folder.")));
            }
            var read = MorphologyFile.read(file, repair);
            read.findings().forEach(f -> System.err.println(f.sentence(name)));
            MorphologyFile.write(read.cell(), target);
            System.out.println(target);
        }
    }
}
