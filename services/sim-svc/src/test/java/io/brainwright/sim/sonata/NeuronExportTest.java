package io.brainwright.sim.sonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.SimMain;
import io.brainwright.sim.model.circuit.Cells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code sim export}; that NEURON then fires the same spikes is shown by .ci/neuron_circuit_check.py. */
class NeuronExportTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void twoCells() throws IOException {
        TwoCells.write(folder);
    }

    @Test
    void theFolderHoldsAllThatNeuronNeeds() throws IOException {
        var config = config("linear", "current_clamp", "\"amp_start\": 1");
        assertThat(SimMain.run(
                        "export",
                        config.toString(),
                        "--out",
                        folder.resolve("nrn").toString()))
                .isZero();
        assertThat(folder.resolve("nrn/run.py")).exists();
        for (var mechanism : new String[] {"SynE", "SynI", "NaTg", "CaDyn", "pas", "Ih"}) {
            assertThat(folder.resolve("nrn/mechanisms/bw_%s.mod".formatted(mechanism)))
                    .exists();
        }
        var network =
                JsonMapper.shared().readTree(folder.resolve("nrn/network.json").toFile());
        var trunk = network.at("/cells/0/sections").get(Cells.TRUNK - 1); // the axon is a stub, numbered on at the end
        assertThat(trunk.path("id").asInt()).isEqualTo(Cells.TRUNK);
        assertThat(trunk.path("parent").asInt()).isZero();
        assertThat(trunk.path("parent_x").asDouble()).isEqualTo(0.5);
        assertThat(trunk.at("/points/1/1").asDouble()).isCloseTo(100, within(1e-6));
        assertThat(trunk.at("/mechanisms/bw_NaTg/gbar_S_cm2"))
                .hasSize(trunk.path("nseg").asInt());
        assertThat(network.path("synapses")).hasSize(2);
        assertThat(network.at("/synapses/0/parameters/U").asDouble()).isEqualTo(0.5);
        assertThat(network.path("connections")).hasSize(2);
        assertThat(network.at("/connections/0/2").asDouble()).isEqualTo(1.5);
        var values = network.at("/currents/0/values_nA");
        assertThat(values).hasSize(400);
        assertThat(values.get(40).asDouble()).isEqualTo(1);
        assertThat(values.get(39).asDouble()).isZero();
    }

    @Test
    void whatTheScriptCannotBuildIsNamed() throws IOException {
        var config = config("ornstein_uhlenbeck", "conductance", "\"tau\": 3, \"mean\": 0.1, \"sigma\": 0.01");
        assertThatThrownBy(() -> SonataExperiment.export(config, folder.resolve("nrn")))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("Conductance into cell 0"));
        assertThat(folder.resolve("nrn")).doesNotExist();
        assertThat(SimMain.run("export", config.toString())).isEqualTo(2);
    }

    private Path config(String module, String type, String keys) throws IOException {
        return Files.writeString(folder.resolve("simulation_config.json"), """
                {"run": {"tstop": 10, "dt": 0.025, "random_seed": 3}, "node_set": "All",
                 "inputs": {"i": {"module": "%s", "input_type": "%s", %s, "delay": 1, "duration": 5, "node_set": "Pyramid"}}}
                """.formatted(module, type, keys));
    }
}
