package io.brainwright.fabric.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often chunks were begun of which nothing has come: neither rows nor a problem nor a worker that gave them back. */
final class Begins {
    private final Map<String, Map<Integer, Integer>> ofDataset = new ConcurrentHashMap<>();

    void add(ChunkBegun begun) {
        ofDataset
                .computeIfAbsent(begun.dataset(), _ -> new ConcurrentHashMap<>())
                .merge(begun.chunk(), 1, Integer::sum);
    }

    void takeOff(ChunkLeft left) {
        var begins = ofDataset.get(left.dataset());
        if (begins != null) {
            begins.computeIfPresent(left.chunk(), (_, count) -> count > left.begins() ? count - left.begins() : null);
        }
    }

    /** A chunk came to an end, good or bad. */
    void ended(String dataset, int chunk) {
        takeOff(new ChunkLeft(dataset, chunk, Integer.MAX_VALUE));
    }

    /** Nothing of this dataset is asked for any longer. */
    void forget(String dataset) {
        ofDataset.remove(dataset);
    }

    int count(String dataset, int chunk) {
        return ofDataset.getOrDefault(dataset, Map.of()).getOrDefault(chunk, 0);
    }
}
