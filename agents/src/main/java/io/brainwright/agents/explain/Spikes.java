package io.brainwright.agents.explain;

import io.brainwright.fabric.dataset.Manifest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The spikes of a run. */
final class Spikes {
    static final String TABLE = "spikes";

    private final Map<Long, TreeMap<Double, Integer>> byCell = new LinkedHashMap<>();
    private final int count;

    Spikes(Manifest run, WorkspaceData data) {
        var rows = data.read(run, TABLE);
        var times = rows.doubles("timestamps");
        var ids = rows.longs("node_ids");
        for (int i = 0; i < ids.length; i++) {
            byCell.computeIfAbsent(ids[i], _ -> new TreeMap<>()).merge(times[i], 1, Integer::sum);
        }
        count = ids.length;
    }

    int count() {
        return count;
    }

    /** First spike of every cell that fired, in ms, in the order of firing. */
    Map<Long, Double> first_ms() {
        Map<Long, Double> first = new LinkedHashMap<>();
        byCell.forEach((cell, times) -> first.put(cell, times.firstKey()));
        return first;
    }

    boolean fired(long cell) {
        return byCell.containsKey(cell);
    }

    /** The last spike of a cell up to a time; null where it fired none. */
    @Nullable
    Double before(long cell, double time_ms) {
        var times = byCell.get(cell);
        return times == null ? null : times.floorKey(time_ms);
    }

    /** The first spike of a cell after a time; null where it fires no more. */
    @Nullable
    Double after(long cell, double time_ms) {
        var times = byCell.get(cell);
        return times == null ? null : times.higherKey(time_ms);
    }
}
