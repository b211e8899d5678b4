package io.brainwright.studio.cli;

import io.brainwright.library.model.scoring.ExtractionBars;
import io.brainwright.library.model.scoring.ExtractionReport;
import io.brainwright.library.model.scoring.ExtractionScorer;
import io.brainwright.library.model.scoring.NegativeControls;
import io.brainwright.library.model.scoring.PassageFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Extracts values from passages whose values people wrote down, and prints how well; starts no services. */
@Command(
        name = "extraction",
        description = {
            "Score the extraction of values on passages with expected values, and on papers outside neuroscience.",
            "Exit code 0 where every bar holds, 1 where one is missed, 2 for a file that cannot be read."
        },
        mixinStandardHelpOptions = true)
final class EvalExtractionCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "JSON Lines, one passage a line.")
    private Path file = Path.of("");

    @Option(
            names = "--papers",
            paramLabel = "DIR",
            description = "Folder of JATS papers (default: 'jats' beside FILE, where there is one).")
    private Optional<Path> papers = Optional.empty();

    @Option(names = "--json", description = "Print JSON, failures included.")
    private boolean json;

    @Option(names = "--failures", description = "List everything that was wrong: expected, and what came.")
    private boolean failures;

    @Option(names = "--unseen", description = "Hold to the bars of passages that the rules' writers never saw.")
    private boolean unseen;

    @Override
    public Integer call() {
        var bars = unseen ? ExtractionBars.UNSEEN : ExtractionBars.KNOWN;
        var score = ExtractionScorer.score(PassageFile.read(file));
        var controls = papers.or(this::beside).map(NegativeControls::read).orElse(List.of());
        if (json) {
            System.out.println(Json.of(ExtractionReport.tree(score, controls, bars)));
        } else {
            System.out.print(ExtractionReport.table(score, controls, bars));
            if (failures) {
                System.out.print("\n" + ExtractionReport.failures(score));
            }
        }
        var missed = bars.missed(score, controls);
        missed.forEach(line -> System.err.println("brainwright: below the bar: " + line));
        return missed.isEmpty() ? 0 : 1;
    }

    private Optional<Path> beside() {
        var folder = file.toAbsolutePath().resolveSibling("jats");
        return Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
    }
}
