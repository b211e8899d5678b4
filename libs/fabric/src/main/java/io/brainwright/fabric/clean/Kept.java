package io.brainwright.fabric.clean;

import io.brainwright.fabric.dataset.ChunkEntry;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.ledger.LedgerState;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which datasets, and which records of them, a cleaning leaves where they are. */
final class Kept {
    private final Set<String> building;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> places = new HashSet<>();

    /**
     * @param ledger what is finished and what is begun
     * @param gone finished datasets that leave the catalogue
     * @param givenUp begun datasets that nobody wants to go on with
     * @param building datasets that workers have tasks of
     */
    Kept(LedgerState ledger, Set<String> gone, Set<String> givenUp, Set<String> building) {
        this.building = building;
        for (var manifest : ledger.manifests()) {
            if (!gone.contains(manifest.id().hex())) {
                add(manifest.id().hex(), manifest.chunks());
            }
        }
        for (var id : ledger.begun()) {
            if (!givenUp.contains(id)) {
                add(id, ledger.doneSoFar(new DatasetId(id)).values());
            }
        }
    }

    private void add(String id, Collection<ChunkEntry> chunks) {
        ids.add(id);
        chunks.forEach(chunk -> chunk.parts().forEach(part -> places.add(place(part.topic(), part.offset()))));
    }

    boolean dataset(String id) {
        return ids.contains(id) || building.contains(id);
    }

    /** Whether a record of a dataset's rows is one that counts, or may yet come to count. */
    boolean record(String id, String topic, long offset) {
        return building.contains(id) || places.contains(place(topic, offset));
    }

    private static String place(String topic, long offset) {
        return topic + "/" + offset;
    }
}
