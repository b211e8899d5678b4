package io.brainwright.studio.cli;

import io.brainwright.neuro.morphology.io.MorphologyFile;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what is odd or wrong in morphology files. */
@Command(
        name = "check",
        description =
                "Tell what is odd or wrong in each file: line, what stands there, what may, and what a repair would do.",
        mixinStandardHelpOptions = true)
final class MorphologyCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "SWC, ASC or H5 files.")
    private List<Path> files = List.of();

    @Option(names = "--repair", description = "Tell what is left after the repairs.")
    private boolean repair;

    @Override
    public Integer call() {
        int bad = 0;
        for (var file : files) {
            try {
                var read = MorphologyFile.read(file, repair);
                read.findings().forEach(f -> System.out.println(f.sentence(String.valueOf(file.getFileName()))));
                System.out.printf(
                        Locale.ROOT,
                        "%s: %d sections, %d points, %d findings%n",
                        file.getFileName(),
                        read.cell().sectionCount(),
                        read.cell().pointCount(),
                        read.findings().size());
            } catch (Problem problem) {
                bad++;
                problem.faults().forEach(f -> System.out.println(f.fault()));
                System.out.println(problem.sentence());
            }
        }
        return bad == 0 ? 0 : 2;
    }
}
