package io.brainwright.studio.cli;

import io.brainwright.neuro.inference.HiddenFacts;
import io.brainwright.neuro.inference.NewFact;
import io.brainwright.neuro.inference.PredictionFigure;
import io.brainwright.neuro.inference.RecipeInference;
import io.brainwright.neuro.inference.Relation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a recipe's values say of each other. */
@Command(
        name = "infer",
        description = {
            "Infer a recipe's values from each other: most likely values with 90 % intervals, sources that cannot hold together, values that "
                    + "the others determine, the measurement that would help most.",
            "Example: brainwright recipe infer mouse-ccf --about SSp --fact \"SSp VIP+ = 2300 +- 200\""
        },
        mixinStandardHelpOptions = true)
final class RecipeInferCommand implements Runnable {
    @Parameters(index = "0", paramLabel = "NAME", description = "mouse-ccf or rat-nbs1.")
    private String name = "";

    @Option(names = "--about", paramLabel = "WORDS", description = "Only quantities with these words, e.g. 'SSp VIP+'.")
    private String about = "";

    @Option(
            names = "--fact",
            paramLabel = "FACT",
            description = "A value of your own, 'QUANTITY = VALUE +- SD'; may be given again. Shows what else must move.")
    private List<String> facts = List.of();

    @Option(names = "--conflicts", defaultValue = "10", paramLabel = "N", description = "Most conflicts to look for (default 10).")
    private int conflicts;

    @Option(names = "--rows", defaultValue = "20", paramLabel = "N", description = "Most rows of each table (default 20).")
    private int rows;

    @Option(
            names = "--check",
            paramLabel = "SEEDS",
            defaultValue = "0",
            description = "Hide 20 %% of the mouse measurements, predict them, compare; once for each of so many seeds.")
    private int check;

    @Option(names = "--figure", paramLabel = "FILE.svg", description = "With --check: draw predicted beside measured values.")
    private Path figure = Path.of("");

    @Option(names = "--json", description = "Print JSON, all rows.")
    private boolean json;

    @Override
    public void run() {
        if (check > 0) {
            check();
            return;
        }
        var found = RecipeInference.of(name, about, facts.stream().map(NewFact::read).toList(), conflicts);
        if (json) {
            System.out.println(Json.of(tree(found)));
        } else {
            RecipeInferScreen.show(System.out, found, rows);
        }
    }

    private void check() {
        var all = new ArrayList<HiddenFacts.Row>();
        for (long seed = 1; seed <= check; seed++) {
            var found = HiddenFacts.of(seed, 0.2);
            all.addAll(found.rows());
            if (json) {
                System.out.println(Json.of(found));
                continue;
            }
            System.out.printf(
                    Locale.ROOT,
                    "seed %d: %d hidden, %.1f %% within their 90 %% interval; error (ln) median %.3f mean %.3f; prior only %.3f %.3f; "
                            + "linear programme only %.3f %.3f; re-solved after one fact in %.2f CPU s%n",
                    seed,
                    found.hidden(),
                    100 * found.covered(),
                    found.web().median(),
                    found.web().mean(),
                    found.prior().median(),
                    found.prior().mean(),
                    found.programme().median(),
                    found.programme().mean(),
                    found.again_s());
        }
        if (!figure.toString().isEmpty()) {
            try {
                Files.writeString(figure, PredictionFigure.of(all));
            } catch (IOException broken) {
                throw new UncheckedIOException("cannot write " + figure, broken);
            }
        }
    }

    private static Map<String, Object> tree(RecipeInference found) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("recipe", found.recipe());
        tree.put("values", found.values());
        tree.put(
                "parameters",
                Map.of(
                        "quantities", found.determination().quantities(),
                        "by_measurements", found.determination().byMeasurements(),
                        "by_identities", found.determination().byIdentities(),
                        "free", found.determination().free()));
        tree.put(
                "determined_by_others",
                found.determination().byOthers().stream()
                        .map(f -> Map.of(
                                "name", f.relation().name(),
                                "source", f.relation().source(),
                                "log_misfit", f.misfit(),
                                "log_sd", f.sd()))
                        .toList());
        tree.put("sources", found.sources());
        tree.put(
                "conflicts",
                found.conflicts().stream()
                        .map(c -> Map.of(
                                "gives_way_sd", c.suspicion(),
                                "relations",
                                        c.relations().stream()
                                                .map(RecipeInferCommand::tree)
                                                .toList()))
                        .toList());
        tree.put("measure_next", found.next());
        tree.put("moved", found.moved());
        tree.put("again_s", found.again_s());
        return tree;
    }

    private static Map<String, Object> tree(Relation relation) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", relation.name());
        tree.put("kind", relation.kind().name().toLowerCase(Locale.ROOT));
        tree.put("source", relation.source());
        if (relation.kind() == Relation.Kind.MEASURED) {
            tree.put("value", relation.told());
            tree.put("relative_sd", relation.sd());
        }
        return tree;
    }
}
