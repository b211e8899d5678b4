package io.brainwright.sonata.simulation;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Stored;
import io.jhdf.api.Group;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Reads spikes: {@code /spikes/POPULATION}. */
public final class SpikesReader {
    private SpikesReader() {}

    /**
     * Spikes of a population, sorted by time, then node.
     *
     * @param timestamps_ms times
     * @param node_ids who fired
     */
    @SuppressWarnings("ArrayRecordComponent") // large; owned, never compared
    public record Spikes(double[] timestamps_ms, long[] node_ids) {}

    /**
     * All spikes of a file, by population.
     *
     * @throws Problem NOT_FOUND or INVALID where the file holds no spikes
     */
    public static SortedMap<String, Spikes> read(Path file) {
        return Hdf5File.read(file, hdf -> {
            if (!(hdf.getChildren().get("spikes") instanceof Group all)) {
                throw new Problem(
                        Kind.INVALID,
                        "SONATA_NO_SPIKES",
                        "'%s' has no group 'spikes'.".formatted(file),
                        "Give a SONATA file of spikes.",
                        Map.of("file", file.toString()));
            }
            var spikes = new TreeMap<String, Spikes>();
            for (var population : Stored.groups(all)) {
                var at = "spikes/%s/".formatted(population);
                var times = hdf.getDatasetByPath(at + "timestamps");
                var ids = hdf.getDatasetByPath(at + "node_ids");
                boolean none = times.isEmpty() || times.getSize() == 0;
                spikes.put(
                        population,
                        none
                                ? new Spikes(new double[0], new long[0])
                                : sorted(Stored.doubles(times), Stored.longs(ids)));
            }
            return spikes;
        });
    }

    private static Spikes sorted(double[] times, long[] ids) {
        if (times.length != ids.length) {
            throw new IllegalArgumentException("%d times for %d spikes".formatted(times.length, ids.length));
        }
        var order = IntStream.range(0, times.length)
                .boxed()
                .sorted(java.util.Comparator.<Integer>comparingDouble(i -> times[i])
                        .thenComparingLong(i -> ids[i]))
                .mapToInt(i -> i)
                .toArray();
        return new Spikes(
                IntStream.of(order).mapToDouble(i -> times[i]).toArray(),
                IntStream.of(order).mapToLong(i -> ids[i]).toArray());
    }
}
