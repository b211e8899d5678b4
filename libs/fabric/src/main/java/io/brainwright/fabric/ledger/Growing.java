package io.brainwright.fabric.ledger;

import io.brainwright.fabric.dataset.ChunkEntry;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Manifest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Datasets that can be read while they are made. Progress is followed from now on, never from the past: who comes late to an attempt has not
 * heard where it began, and sees the dataset when it is finished.
 */
final class Growing {
    private final Map<String, Grown> grown = new ConcurrentHashMap<>();

    private record Grown(String run, String attempt, ChunkGrown.Start start, List<ChunkEntry.Part> parts) {}

    void take(ChunkGrown more) {
        var start = more.start();
        if (start != null) {
            grown.put(more.dataset(), new Grown(more.run(), more.attempt(), start, more.parts()));
            return;
        }
        grown.computeIfPresent(more.dataset(), (_, known) -> {
            if (!known.attempt().equals(more.attempt()) || known.parts().size() != more.first()) {
                return known;
            }
            var parts = new ArrayList<>(known.parts());
            parts.addAll(more.parts());
            return new Grown(known.run(), known.attempt(), known.start(), List.copyOf(parts));
        });
    }

    /** Forgets a dataset that is finished, or failed. */
    void ended(String dataset) {
        grown.remove(dataset);
    }

    /** Forgets what a run made that nobody waits for any longer. */
    void cancelled(String run) {
        grown.values().removeIf(g -> g.run().equals(run));
    }

    @Nullable
    Manifest manifest(DatasetId id) {
        var known = grown.get(id.hex());
        return known == null ? null : manifest(id, known);
    }

    Collection<Manifest> manifests() {
        return grown.entrySet().stream()
                .map(e -> manifest(new DatasetId(e.getKey()), e.getValue()))
                .toList();
    }

    private static Manifest manifest(DatasetId id, Grown known) {
        return known.start().soFar(id, new ChunkEntry(0, "so far", known.parts()));
    }
}
