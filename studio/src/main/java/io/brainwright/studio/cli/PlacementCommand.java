package io.brainwright.studio.cli;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.placement.model.rules.Candidates;
import io.brainwright.placement.model.rules.RuleFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cells in their places. */
@Command(
        name = "placement",
        description =
                "Where cells lie: the cells of a mouse brain; how well reconstructed cells fit places between the layers.",
        mixinStandardHelpOptions = true,
        subcommands = {PlacementBrainCommand.class, PlacementCommand.Scores.class})
final class PlacementCommand implements Runnable {
    @Override
    public void run() {
        picocli.CommandLine.usage(this, System.out);
    }

    /** Scores. */
    @Command(
            name = "scores",
            description = {
                "Score reconstructed cells at places between the layers, by placement rules and annotations (XML).",
                "A line of CANDIDATES: cell, m-type, place, height of the soma, lower and upper boundary of every layer (um).",
                "Prints cell, place, score in [0, 1]; cells without annotations are named on the error stream."
            },
            mixinStandardHelpOptions = true)
    static final class Scores implements Runnable {
        @Parameters(paramLabel = "CANDIDATES", description = "Places to score.")
        private Path candidates = Path.of("");

        @Option(names = "--rules", required = true, paramLabel = "FILE", description = "Placement rules (XML).")
        private Path rules = Path.of("");

        @Option(
                names = "--annotations",
                required = true,
                paramLabel = "DIR",
                description = "Folder with NAME.xml of every cell.")
        private Path annotations = Path.of("");

        @Option(
                names = "--layers",
                split = ",",
                paramLabel = "NAMES",
                description = "Layers in the order of the columns (default 1,2,3,4,5,6).")
        private List<String> layers = List.of("1", "2", "3", "4", "5", "6");

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Override
        public void run() {
            if (!Files.isDirectory(annotations)) {
                throw Problem.invalid(
                        "There is no folder '%s'.".formatted(annotations),
                        List.of(new FieldFault("--annotations", "Name a folder.")));
            }
            var read = RuleFiles.rules(AtlasCommand.existing(rules, "--rules"));
            var scorer = new Candidates(read, annotations, layers);
            var scored = scorer.score(AtlasCommand.existing(candidates, "CANDIDATES"));
            if (json) {
                System.out.println(Json.of(Map.of(
                        "scores", scored,
                        "without_annotations", scorer.unannotated(),
                        "rules_that_score_nothing", read.skipped())));
                return;
            }
            scored.forEach(s -> System.out.printf(Locale.ROOT, "%s %s %.3f%n", s.cell(), s.place(), s.score()));
            scorer.unannotated().forEach(c -> System.err.println("No annotations of '%s': left away.".formatted(c)));
            read.skipped().forEach(r -> System.err.println("Rule scores nothing: " + r));
        }
    }
}
