package io.brainwright.sonata.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** On three cells: 0 L5_TPC:A (layer 5, EXC, x 1), 1 L4_MC (4, INH, x 2.5), 2 L4_SSC (4, EXC, x -3). */
class NodeSelectionTest {
    @TempDir
    private Path folder;

    private SonataCircuit circuit;

    @BeforeEach
    void threeCells() throws IOException {
        NodesWriter.write(folder.resolve("nodes.h5"), "cells", SmallCircuit.nodes(), SmallCircuit.dynamics());
        Files.writeString(folder.resolve("circuit_config.json"), """
                {"networks": {"nodes": [{"nodes_file": "nodes.h5", "populations": {"cells": {"type": "biophysical"}}}], "edges": []},
                 "node_sets_file": "node_sets.json"}
                """);
        Files.writeString(folder.resolve("node_sets.json"), """
                {"L4": {"layer": "4"}, "Exc": {"synapse_class": "EXC", "population": "cells"},
                 "L4Exc": {"layer": ["4", "6"], "synapse_class": "EXC"}, "Either": ["L4", "Exc"], "One": {"node_id": [2, 0]},
                 "Everything": {}, "Regex": {"mtype": {"$regex": "^L5_"}}, "Far": {"x": {"$gt": -3.5, "$lte": 1}},
                 "Round": ["Trip"], "Trip": ["Round"], "Beyond": {"node_id": [3]}, "Colour": {"colour": "red"},
                 "Odd": {"x": {"$like": 1}}, "Elsewhere": {"population": "others"}}
                """);
        circuit = SonataCircuit.open(folder.resolve("circuit_config.json"));
    }

    @Test
    void rulesListsOperatorsAndNamesSelect() {
        assertThat(select("L4")).containsExactly(1, 2);
        assertThat(select("Exc")).containsExactly(0, 2);
        assertThat(select("L4Exc")).containsExactly(2);
        assertThat(select("Either")).containsExactly(0, 1, 2);
        assertThat(select("One")).containsExactly(0, 2);
        assertThat(select("Everything")).containsExactly(0, 1, 2);
        assertThat(select("Regex")).containsExactly(0);
        assertThat(select("Far")).containsExactly(0, 2);
    }

    @Test
    void whatCannotBeAppliedIsNamed() {
        assertThatThrownBy(() -> select("Layer9")).hasMessageContaining("no node set 'Layer9'");
        assertThatThrownBy(() -> select("Round")).hasMessageContaining("refers to itself");
        assertThatThrownBy(() -> select("Beyond")).hasMessageContaining("node 3; ids run from 0 to 2");
        assertThatThrownBy(() -> select("Colour")).hasMessageContaining("colour");
        assertThatThrownBy(() -> select("Odd")).hasMessageContaining("$like");
        assertThatThrownBy(() -> select("Elsewhere")).hasMessageContaining("population 'others'");
    }

    @Test
    void aSimulationsNodeSetsComeFirst() throws IOException {
        var own = Files.writeString(folder.resolve("own.json"), "{\"L4\": {\"node_id\": [0]}}");
        var selection = new NodeSelection(circuit, Optional.of(own));
        assertThat(selection.select("L4").get("cells")).containsExactly(0);
        assertThat(selection.select("Exc").get("cells")).containsExactly(0, 2);
    }

    /** The ids are those that libsonata 0.2.2 gives for the same file. */
    @Test
    @EnabledIfSystemProperty(named = "reference.dir", matches = ".+", disabledReason = "needs -Dreference.dir")
    void theNodeSetsOfAPublishedCircuitSelectAsLibsonataDoes() {
        var published =
                SonataCircuit.open(Path.of(System.getProperty("reference.dir"), "sonata/nbs1-n10/circuit_config.json"));
        var selection = new NodeSelection(published, Optional.empty());
        assertThat(selection.select("All").get("S1nonbarrel_neurons")).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(selection.select("Layer3").get("S1nonbarrel_neurons")).containsExactly(0);
        assertThat(selection.select("Layer6").get("S1nonbarrel_neurons")).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(selection.select("L1_LAC")).isEmpty();
        assertThat(selection.select("hex_O1PV").get("S1nonbarrel_neurons")).containsExactly(0);
    }

    @Test
    @EnabledIfSystemProperty(named = "reference.dir", matches = ".+", disabledReason = "needs -Dreference.dir")
    void aMorphologyIsFoundInAContainer() {
        var published =
                SonataCircuit.open(Path.of(System.getProperty("reference.dir"), "sonata/nbs1-n10/circuit_config.json"));
        var nodes = published.nodes("S1nonbarrel_neurons").nodes();
        var files = published.morphologies("S1nonbarrel_neurons");
        assertThat(files.read(nodes.texts("morphology")[0]).sectionCount()).isGreaterThan(10);
        assertThatThrownBy(() -> files.read("nobody")).hasMessageContaining("merged-morphologies.h5");
    }

    private long[] select(String name) {
        return new NodeSelection(circuit, Optional.empty()).select(name).getOrDefault("cells", new long[0]);
    }
}
