package io.brainwright.fabric.ledger;

import io.brainwright.fabric.dataset.ChunkEntry;
import io.brainwright.fabric.table.RowHash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says that a chunk's rows lie on Kafka.
 *
 * @param run run whose task this was
 * @param dataset id of the dataset
 * @param mend whether it stands in for a chunk that was lost
 * @param entry where the rows are
 */
public record ChunkDone(String run, String dataset, boolean mend, ChunkEntry entry) {
    /** Whether two attempts gave the same rows; offsets, topics and how they were cut into records do not count. */
    public static boolean sameRows(ChunkEntry a, ChunkEntry b) {
        return sameCut(a, b) || !cut(a).equals(cut(b)) && sums(a).equals(sums(b));
    }

    private static List<String> cut(ChunkEntry entry) {
        return entry.parts().stream().map(p -> p.table() + p.rows()).toList();
    }

    /** Per table the number of rows and the sum of their hashes. */
    private static Map<String, String> sums(ChunkEntry entry) {
        var rows = new HashMap<String, Long>();
        var hash = new HashMap<String, String>();
        for (var part : entry.parts()) {
            rows.merge(part.table(), (long) part.rows(), Long::sum);
            hash.merge(part.table(), part.rowHash(), RowHash::add);
        }
        hash.replaceAll((table, sum) -> rows.get(table) + " " + sum);
        return hash;
    }

    private static boolean sameCut(ChunkEntry a, ChunkEntry b) {
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
