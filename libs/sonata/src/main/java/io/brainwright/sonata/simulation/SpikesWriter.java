package io.brainwright.sonata.simulation;

import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Written;
import io.brainwright.sonata.simulation.SpikesReader.Spikes;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

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
        write(file, new TreeMap<>(Map.of(population, new Spikes(timestamps_ms, node_ids))), "by_time");
    }

    /**
     * Spikes of several populations.
     *
     * @param file replaced if it exists
     * @param populations by name, each by time, then node
     * @param sorting none, by_id or by_time: how the file has them
     */
    public static void write(Path file, SortedMap<String, Spikes> populations, String sorting) {
        populations.values().forEach(SpikesWriter::check);
        Hdf5File.write(file, root -> {
            Written.sign(root);
            var all = root.group("spikes");
            populations.forEach((name, spikes) -> {
                var sorted = sorting.equals("by_id") ? byId(spikes) : spikes;
                var group = all.group(name);
                group.attribute("sorting", SORTINGS, sorting);
                group.dataset("timestamps", sorted.timestamps_ms()).attribute("units", "ms");
                group.dataset("node_ids", sorted.node_ids());
            });
        });
    }

    private static Spikes byId(Spikes spikes) {
        var order = IntStream.range(0, spikes.node_ids().length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> spikes.node_ids()[i])) // stable: times stay in order
                .mapToInt(i -> i)
                .toArray();
        return new Spikes(
                IntStream.of(order).mapToDouble(i -> spikes.timestamps_ms()[i]).toArray(),
                IntStream.of(order).mapToLong(i -> spikes.node_ids()[i]).toArray());
    }

    private static void check(Spikes spikes) {
        double[] timestamps_ms = spikes.timestamps_ms();
        long[] node_ids = spikes.node_ids();
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
    }
}
