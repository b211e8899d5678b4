package io.brainwright.sim.sonata;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.run.CsvFile;
import io.brainwright.sonata.config.SimulationFile;
import io.brainwright.sonata.simulation.SpikesReader.Spikes;
import io.brainwright.sonata.simulation.SpikesWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files of a run: the spikes as SONATA HDF5 and CSV, and each report. */
final class SonataOutput {
    private SonataOutput() {}

    /** Refuses reports for which the disk has no room: their values lie there twice while the file is made. */
    static void checkRoom(Path folder, List<Report> reports) {
        double bytes = 2 * reports.stream().mapToDouble(Report::bytes).sum();
        var there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            double free = Files.getFileStore(there).getUsableSpace();
            if (bytes > free) {
                throw new Problem(
                        Kind.TOO_LARGE,
                        "SONATA_REPORTS_TOO_LARGE",
                        "The reports need %.3g bytes of disk; %.3g are free at %s.".formatted(bytes, free, there),
                        "Report fewer cells or sections, or less often: about every %.0fth frame would fit."
                                .formatted(Math.ceil(bytes / Math.max(1, free))),
                        Map.of("bytes", String.valueOf(bytes), "free", String.valueOf(free)));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot ask for the room at " + there, failed);
        }
    }

    /** @param bmtkTable name of BMTK's table of spikes, which stands in the place of ours where both have one name */
    static List<Path> write(
            Path folder,
            SimulationFile simulation,
            SonataNetwork built,
            List<double[]> spikes,
            Optional<String> bmtkTable) {
        var files = new ArrayList<Path>();
        var cells = built.cells();
        var byPopulation = new TreeMap<String, Spikes>();
        for (var population :
                cells.list().stream().map(SonataCell::population).distinct().toList()) {
            byPopulation.put(population, spikes(cells, population, spikes));
        }
        var file = folder.resolve(simulation.output().spikesFile());
        SpikesWriter.write(file, byPopulation, simulation.output().sorting());
        files.add(file);
        bmtkTable.ifPresent(name -> files.add(bmtkTable(folder.resolve(name), built, spikes)));
        var table = folder.resolve("spikes.csv");
        if (!files.contains(table)) {
            CsvFile.write(table, List.of("time_ms", "population", "node_id"), spikes.size(), i -> {
                var cell = cells.get((int) spikes.get(i)[1]);
                return spikes.get(i)[0] + "," + cell.population() + "," + cell.node_id();
            });
            files.add(table);
        }
        built.reports().forEach(r -> files.add(r.write(folder)));
        return files;
    }

    /** Writes BMTK's table of spikes: timestamps, population and node_ids, separated by spaces. */
    private static Path bmtkTable(Path file, SonataNetwork built, List<double[]> spikes) {
        var text = new StringBuilder("timestamps population node_ids\n");
        for (var spike : spikes) {
            var cell = built.cells().get((int) spike[1]);
            text.append("%s %s %d\n".formatted(spike[0], cell.population(), cell.node_id()));
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }

    /** They come by time, then by cell, whose order is that of the node ids of its population. */
    private static Spikes spikes(SonataCells cells, String population, List<double[]> all) {
        var times_ms = new double[all.size()];
        var ids = new long[all.size()];
        int n = 0;
        for (var spike : all) {
            var cell = cells.get((int) spike[1]);
            if (cell.population().equals(population)) {
                times_ms[n] = spike[0];
                ids[n++] = cell.node_id();
            }
        }
        return new Spikes(Arrays.copyOf(times_ms, n), Arrays.copyOf(ids, n));
    }

    static void log(Path file, List<String> progress, String summary) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, String.join("\n", progress) + "\n" + summary);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file, failed);
        }
    }
}
