package io.brainwright.studio.cli;

import io.brainwright.agents.notebook.Notebook;
import io.brainwright.agents.notebook.UsedDatasets;
import io.brainwright.fabric.Fabric;
import io.brainwright.fabric.clean.Cleaned;
import io.brainwright.fabric.clean.Cleaner;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Frees what is kept beyond need. */
@Command(
        name = "gc",
        description = {
            "Free what is kept beyond need: tasks that are done, rows of attempts that lost, topics of datasets that are gone.",
            "What is finished or being built stays. May run while others build."
        },
        mixinStandardHelpOptions = true)
@Acts
final class DatasetsGcCommand implements Runnable {
    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(
            names = "--unfinished",
            description = "Also give up builds that were stopped: asked for again, they start anew.")
    private boolean unfinished;

    @Option(
            names = "--unused",
            description =
                    "Also remove datasets that no run in the notebook needs, and not the newest circuit. They can be built again.")
    private boolean unused;

    @Option(names = "--dry-run", description = "Only say what would be freed.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public void run() {
        if (unused && platform.isRemote()) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "GC_UNUSED_ON_SERVER",
                    "Which datasets of a server are unused cannot be told from one scientist's notebook.",
                    "Leave out --unused, or leave out --server.",
                    Map.of("option", "--unused"));
        }
        try (var running = platform.start()) {
            var catalogue = running.part(Datasets.class);
            Set<DatasetId> gone = unused
                    ? UsedDatasets.unused(platform.workspace(), new Notebook(platform.workspace()), catalogue)
                    : Set.of();
            var cleaned = running.part(Fabric.class).cleaner().clean(new Cleaner.Order(gone, unfinished, dryRun));
            System.out.println(json ? Json.of(cleaned) : told(cleaned));
        }
    }

    private String told(Cleaned c) {
        if (c.isNothing()) {
            return "Nothing to free.";
        }
        return """
                %s:
                  %,d datasets
                  %,d topics of datasets that are gone (%.1f MB)
                  %,d records of attempts that lost (%.1f MB)
                  %,d settled tasks, %,d old outcomes""".formatted(
                        dryRun ? "Would free" : "Freed",
                        c.datasets(),
                        c.topics(),
                        c.topicBytes() / 1e6,
                        c.attempts(),
                        c.attemptBytes() / 1e6,
                        c.tasks(),
                        c.outcomes());
    }
}
