package io.brainwright.sonata.simulation;

import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Written;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Writes frames of a value over compartments: {@code /report/POPULATION}. */
public final class ReportWriter {
    private ReportWriter() {}

    /**
     * Where the columns of a frame belong.
     *
     * @param node_ids nodes, ascending
     * @param index_pointers node i owns the columns {@code index_pointers[i] .. index_pointers[i+1]-1}
     * @param element_ids section of each column
     */
    public record Mapping(long[] node_ids, long[] index_pointers, int[] element_ids) {

        /** One column per node, at its soma. */
        public static Mapping somas(long[] node_ids) {
            long[] pointers = new long[node_ids.length + 1];
            for (int i = 0; i < pointers.length; i++) {
                pointers[i] = i;
            }
            return new Mapping(node_ids, pointers, new int[node_ids.length]);
        }

        /**
         * From the node and section of every column.
         *
         * @param node_id node of each column, ascending
         * @param section_id section of each column
         */
        public static Mapping of(long[] node_id, int[] section_id) {
            long[] nodes = java.util.Arrays.stream(node_id).distinct().toArray();
            long[] pointers = new long[nodes.length + 1];
            int at = 0;
            for (int i = 0; i < nodes.length; i++) {
                while (at < node_id.length && node_id[at] == nodes[i]) {
                    at++;
                }
                pointers[i + 1] = at;
            }
            if (at != node_id.length) {
                throw new IllegalArgumentException("the columns of one node are not side by side");
            }
            return new Mapping(nodes, pointers, section_id);
        }
    }

    /**
     * Times of the frames.
     *
     * @param start_ms time of the first
     * @param dt_ms from one to the next
     */
    public record Clock(double start_ms, double dt_ms) {}

    /**
     * What one population has in a report.
     *
     * @param population node population
     * @param mapping what the columns are
     * @param count number of frames
     * @param frames one row per frame, one value per column; taken once, one after another
     */
    public record Part(String population, Mapping mapping, long count, Iterable<float[]> frames) {
        /** Of frames that are in memory. */
        public Part(String population, Mapping mapping, float[][] frames) {
            this(population, mapping, frames.length, Arrays.asList(frames));
        }

        private Iterable<float[]> checked() {
            int columns = mapping.element_ids().length;
            return () -> {
                var rows = frames.iterator();
                return new Iterator<>() {
                    private long given;

                    @Override
                    public boolean hasNext() {
                        if (!rows.hasNext() && given != count) {
                            throw new IllegalArgumentException(
                                    "%d frames where %d were promised".formatted(given, count));
                        }
                        return rows.hasNext();
                    }

                    @Override
                    public float[] next() {
                        var row = rows.next();
                        given++;
                        if (row.length != columns) {
                            throw new IllegalArgumentException(
                                    "a frame of %d values for %d columns".formatted(row.length, columns));
                        }
                        return row;
                    }
                };
            };
        }
    }

    /**
     * @param file replaced if it exists
     * @param population node population
     * @param mapping what the columns are
     * @param clock when the frames are
     * @param units unit of the values
     * @param frames one row per frame, one value per column
     */
    public static void write(
            Path file, String population, Mapping mapping, Clock clock, String units, float[][] frames) {
        write(file, List.of(new Part(population, mapping, frames)), clock, units);
    }

    /** The same for several populations. */
    public static void write(Path file, List<Part> parts, Clock clock, String units) {
        Hdf5File.write(file, root -> {
            Written.sign(root);
            var report = root.group("report");
            for (var part : parts) {
                double stop_ms = clock.start_ms() + part.count * clock.dt_ms(); // exclusive
                var group = report.group(part.population);
                group.table("data", part.checked(), part.count, part.mapping.element_ids().length)
                        .attribute("units", units);
                var map = group.group("mapping");
                map.dataset("node_ids", part.mapping.node_ids()).attribute("sorted", 1);
                map.dataset("index_pointers", part.mapping.index_pointers());
                map.dataset("element_ids", part.mapping.element_ids());
                map.dataset("time", new double[] {clock.start_ms(), stop_ms, clock.dt_ms()})
                        .attribute("units", "ms");
            }
        });
    }
}
