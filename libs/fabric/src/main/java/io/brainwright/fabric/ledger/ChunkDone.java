package io.brainwright.fabric.ledger;

import io.brainwright.fabric.dataset.ChunkEntry;

/**
 * Says that a chunk's rows lie on Kafka.
 *
 * @param run run whose task this was
 * @param dataset id of the dataset
 * @param mend whether it stands in for a chunk that was lost
 * @param entry where the rows are
 */
public record ChunkDone(String run, String dataset, boolean mend, ChunkEntry entry) {
    /** Whether two attempts gave the same rows; offsets and topics do not count. */
    public static boolean sameRows(ChunkEntry a, ChunkEntry b) {
        if (a.parts().size() != b.parts().size()) {
            return false;
        }
        for (int i = 0; i < a.parts().size(); i++) {
            var p = a.parts().get(i);
            var q = b.parts().get(i);
            if (!p.table().equals(q.table())
                    || p.rows() != q.rows()
                    || !p.sha256().equals(q.sha256())) {
                return false;
            }
        }
        return true;
    }
}
