package io.brainwright.agents.explain;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.Batch;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The newest datasets of a workspace that belong together. */
final class WorkspaceData {
    private final Datasets datasets;

    WorkspaceData(Datasets datasets) {
        this.datasets = datasets;
    }

    /** The newest dataset with a table. */
    Optional<Manifest> newest(String table) {
        return datasets.list().stream()
                .filter(m -> has(m, table))
                .max(Comparator.comparingLong(Manifest::startedMillis));
    }

    /** The dataset with a table that another one was made from, near or far. */
    Optional<Manifest> behind(Manifest of, String table) {
        Map<DatasetId, Manifest> known = new HashMap<>();
        datasets.list().forEach(m -> known.put(m.id(), m));
        var seen = new HashSet<DatasetId>();
        var next = new ArrayDeque<>(of.inputs());
        while (!next.isEmpty()) {
            var id = next.remove();
            var manifest = known.get(id);
            if (manifest == null || !seen.add(id)) {
                continue;
            }
            if (has(manifest, table)) {
                return Optional.of(manifest);
            }
            next.addAll(manifest.inputs());
        }
        return Optional.empty();
    }

    Batch read(Manifest of, String table) {
        return datasets.read(of.id(), table);
    }

    /** The first thing found in a table, read piece by piece, so that a large one need not be held whole. */
    <T> Optional<T> first(Manifest of, String table, Function<Batch, Optional<T>> look) {
        for (var chunk : of.chunks()) {
            if (chunk.parts().stream().anyMatch(p -> p.table().equals(table))) {
                var found = look.apply(datasets.read(of.id(), table, chunk.index()));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean has(Manifest manifest, String table) {
        return manifest.tables().stream().anyMatch(t -> t.name().equals(table));
    }
}
