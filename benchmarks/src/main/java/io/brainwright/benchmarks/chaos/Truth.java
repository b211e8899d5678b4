package io.brainwright.benchmarks.chaos;

import io.brainwright.fabric.Fabric;
import io.brainwright.fabric.FabricOptions;
import io.brainwright.fabric.broker.EmbeddedBroker;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the studies come to when nothing disturbs them, in one process: the measure of all answers. */
final class Truth {
    private final Program program;
    private final Path workspace;

    Truth(Program program, Path workspace) {
        this.program = program;
        this.workspace = workspace;
    }

    /**
     * Builds every request undisturbed and compares.
     *
     * @param answers all answers by request
     * @return what differs; empty where nothing does
     */
    List<String> differences(Household household, Map<String, List<Answer>> answers) throws InterruptedException {
        var differences = new ArrayList<String>();
        var client = Client.alone(program, workspace);
        Map<String, Answer> alone = new LinkedHashMap<>();
        for (var request : answers.keySet()) {
            alone.put(request, client.insist(request));
        }
        try (var broker = EmbeddedBroker.start(workspace, 0);
                var here = Fabric.connect(broker.bootstrap(), FabricOptions.standard());
                var there = Fabric.connect(household.kafka(), new FabricOptions((short) 1, household.keys()))) {
            answers.forEach((request, all) -> {
                var expected = Objects.requireNonNull(alone.get(request)).ids();
                for (var answer : all) {
                    if (!answer.ids().equals(expected)) {
                        differences.add("%s: ids %s instead of %s".formatted(request, answer.ids(), expected));
                    }
                }
                for (var id : expected.values()) {
                    compare(here.datasets(), there.datasets(), new DatasetId(id), differences);
                }
            });
        }
        return differences;
    }

    /** Row hashes of both, and of what is really there: every row is read back. */
    private static void compare(Datasets here, Datasets there, DatasetId id, List<String> differences) {
        var expected = here.manifest(id);
        var found = there.manifest(id);
        if (!found.rowHash().equals(expected.rowHash()) || !found.rows().equals(expected.rows())) {
            differences.add("%s %s: %s instead of %s".formatted(found.stage(), id, found.rows(), expected.rows()));
        }
        for (var table : expected.tables()) {
            long rows = there.read(id, table.name()).rowCount();
            if (rows != expected.rows().getOrDefault(table.name(), 0L)) {
                differences.add("%s %s: %d rows in %s".formatted(found.stage(), id, rows, table.name()));
            }
        }
        if (!chunks(found).equals(chunks(expected))) {
            differences.add("%s %s: other chunks".formatted(found.stage(), id));
        }
    }

    /** Checksums of all parts in order: equal bytes, not only equal rows. */
    private static List<String> chunks(Manifest manifest) {
        return manifest.chunks().stream()
                .flatMap(chunk -> chunk.parts().stream())
                .map(part -> part.table() + " " + part.sha256())
                .toList();
    }
}
