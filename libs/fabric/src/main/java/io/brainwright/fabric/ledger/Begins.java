package io.brainwright.fabric.ledger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often chunks were begun of which nothing has come yet. */
final class Begins {
    private final Map<String, Map<Attempted, Integer>> ofDataset = new ConcurrentHashMap<>();

    /** A chunk as one run asks for it: who asks again starts anew. */
    private record Attempted(String run, int chunk) {}

    void add(ChunkBegun begun) {
        ofDataset
                .computeIfAbsent(begun.dataset(), _ -> new ConcurrentHashMap<>())
                .merge(new Attempted(begun.run(), begun.chunk()), 1, Integer::sum);
    }

    /** A chunk came to an end, good or bad. */
    void ended(String run, String dataset, int chunk) {
        var begins = ofDataset.get(dataset);
        if (begins != null) {
            begins.remove(new Attempted(run, chunk));
        }
    }

    /** Nothing of this dataset is asked for any longer. */
    void forget(String dataset) {
        ofDataset.remove(dataset);
    }

    int count(String run, String dataset, int chunk) {
        return ofDataset.getOrDefault(dataset, Map.of()).getOrDefault(new Attempted(run, chunk), 0);
    }
}
