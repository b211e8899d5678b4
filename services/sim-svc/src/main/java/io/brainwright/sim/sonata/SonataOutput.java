package io.brainwright.sim.sonata;

import io.brainwright.sim.run.CsvFile;
import io.brainwright.sonata.config.SimulationFile;
import io.brainwright.sonata.simulation.SpikesReader.Spikes;
import io.brainwright.sonata.simulation.SpikesWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Files of a run: the spikes as SONATA HDF5 and CSV, and each report. */
final class SonataOutput {
    private SonataOutput() {}

    static List<Path> write(Path folder, SimulationFile simulation, SonataNetwork built, List<double[]> spikes) {
        var files = new ArrayList<Path>();
        var cells = built.cells();
        var byPopulation = new TreeMap<String, Spikes>();
        for (var population :
                cells.list().stream().map(SonataCell::population).distinct().toList()) {
            var own = spikes.stream()
                    .filter(s -> cells.get((int) s[1]).population().equals(population))
                    .sorted(Comparator.<double[]>comparingDouble(s -> s[0]).thenComparingDouble(s -> s[1]))
                    .toList();
            byPopulation.put(
                    population,
                    new Spikes(
                            own.stream().mapToDouble(s -> s[0]).toArray(),
                            own.stream()
                                    .mapToLong(s -> cells.get((int) s[1]).node_id())
                                    .toArray()));
        }
        var file = folder.resolve(simulation.output().spikesFile());
        SpikesWriter.write(file, byPopulation, simulation.output().sorting());
        files.add(file);
        var table = folder.resolve("spikes.csv");
        CsvFile.write(table, List.of("time_ms", "population", "node_id"), spikes.size(), i -> {
            var cell = cells.get((int) spikes.get(i)[1]);
            return spikes.get(i)[0] + "," + cell.population() + "," + cell.node_id();
        });
        files.add(table);
        built.reports().forEach(r -> files.add(r.write(folder)));
        return files;
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
