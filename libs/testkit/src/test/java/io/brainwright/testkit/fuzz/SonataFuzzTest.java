package io.brainwright.testkit.fuzz;

import io.brainwright.sonata.circuit.EdgePopulation;
import io.brainwright.sonata.circuit.EdgesWriter;
import io.brainwright.sonata.circuit.NodePopulation;
import io.brainwright.sonata.circuit.NodesWriter;
import io.brainwright.sonata.circuit.SonataCircuit;
import io.brainwright.sonata.hdf5.Columns;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Stored;
import io.brainwright.sonata.inspect.Inspection;
import io.brainwright.sonata.simulation.ReportWriter;
import io.brainwright.sonata.simulation.SpikesWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SonataFuzzTest {
    private static final String CONFIG = """
            {"version": 2.4, "manifest": {"$BASE_DIR": ".", "$NETWORK_DIR": "$BASE_DIR/network"},
             "node_sets_file": "$BASE_DIR/node_sets.json",
             "networks": {
               "nodes": [{"nodes_file": "${NETWORK_DIR}/nodes.h5", "populations": {"cells": {"type": "biophysical"}}}],
               "edges": [{"edges_file": "$NETWORK_DIR/edges.h5", "populations": {"cells__cells__chemical": {"type": "chemical"}}}]}}
            """;

    @TempDir
    private Path folder;

    @Test
    void nodes() {
        var file = folder.resolve("nodes.h5");
        var nodes = new Columns(3);
        for (var name : NodesWriter.REQUIRED) {
            nodes.put(name, name.length() == 1 || name.startsWith("orientation") ? new float[] {1, 2, 3} : words(name));
        }
        NodesWriter.write(
                file,
                "cells",
                nodes,
                new Columns(3)
                        .put("threshold_current", new float[] {0.1f, 0, 0.3f})
                        .put("holding_current", new float[3]));
        Fuzz.check("SONATA nodes", List.of(Mutant.bytes(file)), bytes -> {
            var mutant = Mutant.file(folder, "mutant.h5", bytes);
            Inspection.of(mutant);
            NodePopulation.read(mutant, "cells");
        });
    }

    @Test
    void edges() {
        var file = folder.resolve("edges.h5");
        var edges = new Columns(5);
        for (var name : EdgesWriter.REQUIRED) {
            edges.put(name, EdgesWriter.isWhole(name) ? new int[] {0, 1, 2, 3, 4} : new float[] {0, 1, 2, 3, 4});
        }
        EdgesWriter.write(
                file,
                "cells__cells__chemical",
                new EdgesWriter.End("cells", 3, new long[] {0, 1, 2, 0, 0}),
                new EdgesWriter.End("cells", 3, new long[] {1, 0, 0, 1, 2}),
                edges);
        Fuzz.check("SONATA edges", List.of(Mutant.bytes(file)), bytes -> {
            var mutant = Mutant.file(folder, "mutant.h5", bytes);
            Inspection.of(mutant);
            EdgePopulation.read(mutant, "cells__cells__chemical");
        });
    }

    @Test
    void spikesAndReports() {
        var spikes = folder.resolve("spikes.h5");
        SpikesWriter.write(spikes, "cells", new double[] {1, 2.5, 3}, new long[] {0, 2, 1});
        var report = folder.resolve("soma.h5");
        ReportWriter.write(
                report,
                "cells",
                ReportWriter.Mapping.somas(new long[] {0, 1, 2}),
                new ReportWriter.Clock(0, 0.1),
                "mV",
                new float[][] {{-70, -69, -68}, {-70, -60, -50}});
        Fuzz.check("SONATA spikes and reports", List.of(Mutant.bytes(spikes), Mutant.bytes(report)), bytes -> {
            var mutant = Mutant.file(folder, "mutant.h5", bytes);
            Inspection.of(mutant);
            Hdf5File.read(mutant, hdf -> Stored.datasets(hdf));
        });
    }

    @Test
    void configuration() {
        Fuzz.check(
                "SONATA circuit configuration",
                List.of(CONFIG.getBytes(StandardCharsets.UTF_8)),
                bytes -> SonataCircuit.open(Mutant.file(folder, "circuit_config.json", bytes)));
    }

    private static String[] words(String name) {
        return new String[] {name, name + "2", name};
    }
}
