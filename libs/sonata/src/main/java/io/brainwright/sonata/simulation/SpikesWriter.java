package io.brainwright.sonata.simulation;

import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Written;
import java.nio.file.Path;
import java.util.List;

/** Writes the spikes of a population: {@code /spikes/POPULATION}, sorted by time, then node. */
public final class SpikesWriter {
    private static final List<String> SORTINGS = List.of("none", "by_id", "by_time");

    private SpikesWriter() {}

    /**
     * @param file replaced if it exists
     * @param population node population
     * @param timestamps_ms times, ascending
     * @param node_ids who fired, ascending where times are equal
     */
    public static void write(Path file, String population, double[] timestamps_ms, long[] node_ids) {
        if (timestamps_ms.length != node_ids.length) {
            throw new IllegalArgumentException(
                    "%d times for %d spikes".formatted(timestamps_ms.length, node_ids.length));
        }
        for (int i = 1; i < node_ids.length; i++) {
            boolean ordered = timestamps_ms[i - 1] < timestamps_ms[i]
                    || (timestamps_ms[i - 1] == timestamps_ms[i] && node_ids[i - 1] <= node_ids[i]);
            if (!ordered) {
                throw new IllegalArgumentException("spike %d at %s ms comes after one at %s ms"
                        .formatted(i, timestamps_ms[i], timestamps_ms[i - 1]));
            }
        }
        Hdf5File.write(file, root -> {
            Written.sign(root);
            var group = root.group("spikes").group(population);
            group.attribute("sorting", SORTINGS, "by_time");
            group.dataset("timestamps", timestamps_ms).attribute("units", "ms");
            group.dataset("node_ids", node_ids);
        });
    }
}
