package io.brainwright.fabric.build;

import java.util.TreeSet;

/** Which offsets of a partition are settled: all below {@link #committable} are. Tasks settle in any order. */
final class OffsetTrack {
    private final TreeSet<Long> running = new TreeSet<>();
    private long next;
    private long committed;

    OffsetTrack(long first) {
        next = first;
        committed = first;
    }

    synchronized void begin(long offset) {
        running.add(offset);
        next = offset + 1;
    }

    /** @param settled false where the task must come again, to another worker or after a restart */
    synchronized void end(long offset, boolean settled) {
        if (settled) {
            running.remove(offset);
        }
    }

    /** The offset to commit, or -1 where it has not moved. */
    synchronized long committable() {
        long now = running.isEmpty() ? next : running.first();
        if (now == committed) {
            return -1;
        }
        committed = now;
        return now;
    }
}
