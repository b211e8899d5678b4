package io.brainwright.studio.cli;

import io.brainwright.agents.eval.Bars;
import io.brainwright.agents.eval.BuiltInTalks;
import io.brainwright.agents.eval.Corpus;
import io.brainwright.agents.eval.Item;
import io.brainwright.agents.eval.Report;
import io.brainwright.agents.eval.ReportJson;
import io.brainwright.agents.eval.ReportText;
import io.brainwright.agents.eval.Scorer;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds every conversation of a corpus with the built-in planner and prints what came of it. */
@Command(
        name = "requests",
        description = {
            "Score the built-in planner on requests with expected plans.",
            "Exit code 0 where every bar holds, 1 where one is missed, 2 for a file that cannot be read."
        },
        mixinStandardHelpOptions = true)
final class EvalRequestsCommand implements Callable<Integer> {
    private static final double MEDIAN_MS = 50;

    @Parameters(index = "0", paramLabel = "FILE", description = "JSON Lines, one conversation a line.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print JSON, failures included.")
    private boolean json;

    @Option(names = "--failures", description = "List everything that was wrong: expected, and what came.")
    private boolean failures;

    @Option(names = "--only", paramLabel = "ID", split = ",", description = "Only these conversations.")
    private List<String> only = List.of();

    @Option(names = "--unseen", description = "Hold to the bars of requests that the planner's writers never saw.")
    private boolean unseen;

    @Override
    public Integer call() {
        var bars = unseen ? Bars.UNSEEN : Bars.KNOWN;
        var report = new Scorer(BuiltInTalks.shipped()).score(chosen(Corpus.read(file)));
        if (json) {
            System.out.println(Json.of(ReportJson.tree(report, bars)));
        } else {
            System.out.print(ReportText.table(report, bars));
            if (failures) {
                System.out.print("\n" + ReportText.failures(report));
            }
        }
        return holds(report, bars) ? 0 : 1;
    }

    private static boolean holds(Report report, Bars bars) {
        var missed = bars.missed(report);
        missed.forEach(line -> System.err.println("brainwright: below the bar: " + line));
        if (report.median_ms() >= MEDIAN_MS) {
            System.err.printf(
                    "brainwright: the median turn took %.0f ms of CPU time, not below %.0f ms%n",
                    report.median_ms(), MEDIAN_MS);
            return false;
        }
        return missed.isEmpty();
    }

    private List<Item> chosen(List<Item> all) {
        var ids = all.stream().map(Item::id).toList();
        only.stream().filter(id -> !ids.contains(id)).findFirst().ifPresent(id -> {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "REQUEST_NOT_FOUND",
                    "There is no conversation '%s' in %s.".formatted(id, file),
                    "Its ids run from %s to %s.".formatted(ids.getFirst(), ids.getLast()),
                    Map.of("id", id, "file", file.toString()));
        });
        return only.isEmpty()
                ? all
                : all.stream().filter(i -> only.contains(i.id())).toList();
    }
}
