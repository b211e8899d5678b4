package io.brainwright.connectome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.circuit.EdgesWriter;
import io.brainwright.sonata.circuit.EdgesWriter.End;
import io.brainwright.sonata.hdf5.Columns;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On four cells 30 um apart in a row, of which 0 contacts 1 with two synapses, 1 contacts 2 and 0 contacts 2. */
class CircuitComparisonTest {
    @TempDir
    private Path folder;

    @Test
    void aCircuitIsReadAndEachMeasureIsDrawn() throws IOException {
        var report = CircuitComparison.of(circuit(new long[] {0, 0, 1, 0}, new long[] {1, 1, 2, 2}), 1);
        assertThat(report.wiring().connections()).isEqualTo(3);
        assertThat(report.wiring().simplices().counted()).startsWith(4, 3, 1);
        assertThat(report.wiring().distances().probability(0)).isEqualTo(2.0 / 6);
        assertThat(report.pathways().getFirst().target().pathway()).isEqualTo("L23_PC:L23_PC");
        assertThat(report.pathways().getFirst().mean()).isEqualTo(4.0 / 3);
        report.write(folder.resolve("out"));
        assertThat(Files.readString(folder.resolve("out/comparison.md"))).contains("4 cells", "L23_PC:L23_PC | 3 |");
        assertThat(folder.resolve("out")).isDirectoryContaining("glob:**.svg");
    }

    @Test
    void whatCannotBeComparedIsTold() throws IOException {
        var circuit = circuit(new long[] {0}, new long[] {1});
        assertThatThrownBy(() -> CircuitComparison.of(circuit, 1.5))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("--fraction", "1.5"));
        Files.writeString(circuit, Files.readString(circuit).replace("chemical\"}", "electrical\"}"));
        assertThatThrownBy(() -> CircuitComparison.of(circuit, 1)).hasMessageContaining("no chemical edges");
    }

    private Path circuit(long[] sources, long[] targets) throws IOException {
        Hdf5File.write(folder.resolve("nodes.h5"), root -> {
            Written.sign(root);
            var cells = root.group("nodes").group("cells");
            cells.signed("node_type_id", new long[] {-1, -1, -1, -1});
            Written.columns(
                    cells.group("0"),
                    new Columns(4)
                            .put("x", new float[] {0, 30, 60, 90})
                            .put("y", new float[4])
                            .put("z", new float[4])
                            .put("mtype", new String[] {"L2_TPC:A", "L3_TPC:A", "L3_TPC:C", "L1_DAC"}));
        });
        EdgesWriter.writeAny(
                folder.resolve("edges.h5"),
                "e",
                new End("cells", 4, sources),
                new End("cells", 4, targets),
                new Columns(sources.length));
        return Files.writeString(folder.resolve("circuit_config.json"), """
            {"networks": {"nodes": [{"nodes_file": "nodes.h5", "populations": {"cells": {"type": "biophysical"}}}],
                          "edges": [{"edges_file": "edges.h5", "populations": {"e": {"type": "chemical"}}}]}}
            """);
    }
}
