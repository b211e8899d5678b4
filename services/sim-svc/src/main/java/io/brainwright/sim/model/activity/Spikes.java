package io.brainwright.sim.model.activity;

import java.util.HashMap;
import java.util.Map;

/** Spikes of one run: times in ms and node ids, sorted by time, then id. The arrays belong to this object. */
public final class Spikes {
    private final double[] times_ms;
    private final long[] node_ids;

    public Spikes(double[] times_ms, long[] node_ids) {
        assert times_ms.length == node_ids.length : times_ms.length + " times of " + node_ids.length + " ids";
        this.times_ms = times_ms;
        this.node_ids = node_ids;
    }

    public int count() {
        return times_ms.length;
    }

    /**
     * What one cell did from a time on.
     *
     * @param spikes how many
     * @param first_ms time of the first
     */
    record Train(long spikes, double first_ms) {}

    /** Trains of the cells that fired at or after the onset. */
    Map<Long, Train> from(double onset_ms) {
        var trains = new HashMap<Long, Train>();
        for (int i = 0; i < times_ms.length; i++) {
            if (times_ms[i] >= onset_ms) {
                trains.merge(
                        node_ids[i],
                        new Train(1, times_ms[i]),
                        (a, b) -> new Train(a.spikes() + b.spikes(), Math.min(a.first_ms(), b.first_ms())));
            }
        }
        return trains;
    }
}
