package io.brainwright.sim.cases;

import io.brainwright.sim.run.CsvFile;
import io.brainwright.sonata.simulation.ReportWriter;
import io.brainwright.sonata.simulation.SpikesWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/**
 * Files of a run: {@code traces.csv} (a column per record), {@code spikes.csv}, and in SONATA's form {@code spikes.h5} and, where
 * voltages are recorded, {@code voltages.h5}. The population is {@code cells}, a node id is the cell's number.
 */
final class CaseOutput {
    private static final String POPULATION = "cells";

    private CaseOutput() {}

    static List<Path> write(Path folder, CaseRun run, JsonNode root, SequencedMap<String, double[]> traces) {
        var files = new ArrayList<Path>();
        if (!traces.isEmpty()) {
            files.add(traces(folder.resolve("traces.csv"), run, traces));
        }
        files.add(folder.resolve("spikes.csv"));
        CsvFile.write(
                folder.resolve("spikes.csv"),
                List.of("time_ms", "cell"),
                run.spikes.size(),
                i -> run.spikes.get(i)[0] + "," + (int) run.spikes.get(i)[1]);
        files.add(folder.resolve("spikes.h5"));
        SpikesWriter.write(
                folder.resolve("spikes.h5"),
                POPULATION,
                run.spikes.stream().mapToDouble(s -> s[0]).toArray(),
                run.spikes.stream().mapToLong(s -> (long) s[1]).toArray());
        voltages(folder.resolve("voltages.h5"), run, root, traces, files);
        return files;
    }

    private static Path traces(Path file, CaseRun run, SequencedMap<String, double[]> traces) {
        var header = new ArrayList<>(List.of("time_ms"));
        header.addAll(traces.keySet());
        CsvFile.write(file, header, run.network.run.steps() + 1, k -> {
            var row = new StringBuilder(Double.toString(k * run.dt_ms()));
            traces.values().forEach(trace -> row.append(',').append(trace[k]));
            return row.toString();
        });
        return file;
    }

    private record Place(long cell, int section, double[] trace) {}

    private static void voltages(
            Path file, CaseRun run, JsonNode root, SequencedMap<String, double[]> traces, List<Path> files) {
        var places = new ArrayList<Place>();
        for (var record : root.path("records")) {
            if (record.path("variable").asString().equals("v_mV")) {
                var at = record.path("at");
                places.add(new Place(
                        at.path("cell").asLong(),
                        at.path("section").asInt(),
                        traces.get(record.path("id").asString())));
            }
        }
        if (places.isEmpty()) {
            return;
        }
        places.sort(Comparator.comparingLong(Place::cell).thenComparingInt(Place::section));
        var frames = new float[run.network.run.steps() + 1][places.size()];
        for (int k = 0; k < frames.length; k++) {
            for (int p = 0; p < places.size(); p++) {
                frames[k][p] = (float) places.get(p).trace[k];
            }
        }
        var mapping = ReportWriter.Mapping.of(
                places.stream().mapToLong(Place::cell).toArray(),
                places.stream().mapToInt(Place::section).toArray());
        ReportWriter.write(file, POPULATION, mapping, new ReportWriter.Clock(0, run.dt_ms()), "mV", frames);
        files.add(file);
    }
}
