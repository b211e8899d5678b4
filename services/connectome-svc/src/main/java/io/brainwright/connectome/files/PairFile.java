package io.brainwright.connectome.files;

import io.brainwright.connectome.model.apposition.CylinderGrid;
import io.brainwright.connectome.model.apposition.Cylinders;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * Writes appositions of two files of segments.
 *
 * <p>A block of axons is held against one block of dendrites after another, so memory does not grow with the files; the dendrites are read
 * once per block of axons.
 */
public final class PairFile {
    /** chosen: some 50 MB of segments and their grid on either side. */
    static final int BLOCK = 1_000_000;

    private PairFile() {}

    /**
     * What was done.
     *
     * @param pairs how many pairs were written
     * @param search_cpu_s processor time of the search alone, the index included, files not
     */
    public record Done(long pairs, double search_cpu_s) {}

    /** See {@code SegmentAppositions}. */
    public static Done write(Path axons, Path dendrites, double gap_um, Path pairs) {
        return write(axons, dendrites, gap_um, pairs, BLOCK);
    }

    /** For tests: the size of a block changes nothing. */
    static Done write(Path axons, Path dendrites, double gap_um, Path pairs, int block) {
        var part = pairs.resolveSibling(pairs.getFileName() + ".part");
        try {
            Done done;
            try (var out = Files.newBufferedWriter(part)) {
                out.write("axon_id,dendrite_id,surface_gap_um\n");
                done = blocks(axons, dendrites, gap_um, out, block);
            }
            Files.move(part, pairs, StandardCopyOption.REPLACE_EXISTING);
            return done;
        } catch (IOException | UncheckedIOException failed) {
            throw new Problem(
                    Kind.PRECONDITION,
                    "PAIRS_NOT_WRITTEN",
                    "'%s' cannot be written: %s.".formatted(pairs, failed.getMessage()),
                    "Check that its folder exists and that the disk has room.",
                    Map.of("file", pairs.toString()));
        } finally {
            forget(part);
        }
    }

    private static Done blocks(Path axons, Path dendrites, double gap_um, Writer out, int block) {
        var pairs = new NearPairs();
        var held = new Cylinders();
        var passing = new Cylinders();
        long[] count = {0};
        long cpu_ns = 0;
        CylinderGrid only = null;
        boolean oneBlock = false;
        try (var axonRows = new SegmentTable(axons)) {
            while (axonRows.next(passing, block)) {
                int before = 0;
                if (oneBlock && only != null) {
                    long began_ns = cpu_ns();
                    search(passing, held, only, 0, pairs);
                    cpu_ns += cpu_ns() - began_ns;
                } else {
                    try (var dendriteRows = new SegmentTable(dendrites)) {
                        while (dendriteRows.next(held, block)) {
                            long began_ns = cpu_ns();
                            only = new CylinderGrid(held, gap_um);
                            search(passing, held, only, before, pairs);
                            cpu_ns += cpu_ns() - began_ns;
                            before += held.size();
                            oneBlock = held.size() < block && before == held.size();
                            if (oneBlock) {
                                break;
                            }
                        }
                    }
                }
                pairs.inOrder((axon, dendriteId, gap) -> {
                    count[0]++;
                    line(out, passing.id(axon), dendriteId, gap);
                });
            }
        }
        return new Done(count[0], cpu_ns * 1e-9);
    }

    private static long cpu_ns() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void search(Cylinders axons, Cylinders held, CylinderGrid grid, int before, NearPairs pairs) {
        for (int a = 0; a < axons.size(); a++) {
            int axon = a;
            grid.near(axons, a, (i, gap_um) -> pairs.add(axon, before + i, held.id(i), gap_um));
        }
    }

    private static void line(Writer out, int axonId, int dendriteId, double gap_um) {
        try {
            long millionths = Math.round(Math.abs(gap_um) * 1e6);
            var fraction = String.valueOf(1_000_000 + millionths % 1_000_000);
            out.append(String.valueOf(axonId)).append(',').append(String.valueOf(dendriteId));
            out.append(gap_um < 0 && millionths > 0 ? ",-" : ",").append(String.valueOf(millionths / 1_000_000));
            out.append('.').append(fraction, 1, 7).append('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void forget(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException failed) {
            System.getLogger(PairFile.class.getName())
                    .log(System.Logger.Level.WARNING, "Left behind: {0} ({1})", part, failed.getMessage());
        }
    }
}
