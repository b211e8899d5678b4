package io.brainwright.studio.cli;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What has been built in a workspace. */
@Command(
        name = "datasets",
        description = "List what has been built in the workspace, or show one dataset.",
        mixinStandardHelpOptions = true,
        subcommands = {DatasetsCommand.Show.class, DatasetsGcCommand.class})
final class DatasetsCommand implements Runnable {
    @Mixin
    private PlatformOptions platform = new PlatformOptions();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public void run() {
        try (var running = platform.start()) {
            var manifests = running.part(Datasets.class).list().stream()
                    .sorted(Comparator.comparingLong(Manifest::startedMillis))
                    .toList();
            if (json) {
                System.out.println(
                        Json.of(manifests.stream().map(DatasetsCommand::facts).toList()));
                return;
            }
            if (manifests.isEmpty()) {
                System.out.println("Nothing has been built in " + platform.workspace() + " yet.");
            }
            for (var m : manifests) {
                System.out.printf(
                        "%s  %-12s %,12d rows %10.1f MB %8.1f s  from %s%n",
                        m.id().brief(),
                        m.stage(),
                        rows(m),
                        m.bytes() / 1e6,
                        m.seconds(),
                        m.inputs().isEmpty()
                                ? "nothing"
                                : String.join(
                                        " ",
                                        m.inputs().stream()
                                                .map(DatasetId::brief)
                                                .toList()));
            }
        }
    }

    private static long rows(Manifest m) {
        return m.rows().values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Object> facts(Manifest m) {
        return Map.of(
                "id", m.id().hex(),
                "stage", m.stage(),
                "version", m.version(),
                "inputs", m.inputs().stream().map(DatasetId::hex).toList(),
                "rows", m.rows(),
                "row_hash", m.rowHash(),
                "chunks", m.chunks().size(),
                "bytes", m.bytes(),
                "seconds", m.seconds(),
                "request", m.request());
    }

    /** One dataset. */
    @Command(
            name = "show",
            description = "Show one dataset: request, inputs, tables, chunks.",
            mixinStandardHelpOptions = true)
    static final class Show implements Runnable {
        @Mixin
        private PlatformOptions platform = new PlatformOptions();

        @Parameters(paramLabel = "ID", description = "The id, or its first digits.")
        private String id = "";

        @Override
        public void run() {
            try (var running = platform.start()) {
                var m = find(running.part(Datasets.class).list());
                System.out.printf(
                        "%s%nstage     %s, version %d%nrequest   %s%ninputs    %s%n",
                        m.id(), m.stage(), m.version(), m.request(), m.inputs());
                for (var table : m.tables()) {
                    System.out.printf(
                            "%ntable %s: %,d rows, hash %s%n",
                            table.name(),
                            m.rows().getOrDefault(table.name(), 0L),
                            m.rowHash().get(table.name()));
                    for (var column : table.columns()) {
                        System.out.printf(
                                "  %-28s %-11s %-8s %s [%s]%n",
                                column.name(), column.type(), column.unit(), column.description(), column.source());
                    }
                }
                System.out.printf("%n%d chunks%n", m.chunks().size());
                for (var chunk : m.chunks()) {
                    System.out.printf("  %d %s: %s%n", chunk.index(), chunk.label(), chunk.parts());
                }
            }
        }

        private Manifest find(List<Manifest> all) {
            var found = all.stream().filter(m -> m.id().hex().startsWith(id)).toList();
            if (found.size() == 1) {
                return found.getFirst();
            }
            throw new Problem(
                    Kind.NOT_FOUND,
                    "DATASET_NOT_FOUND",
                    "%s datasets of this workspace begin with '%s'."
                            .formatted(found.isEmpty() ? "No" : found.size(), id),
                    "'brainwright datasets' lists them.",
                    Map.of("id", id));
        }
    }
}
