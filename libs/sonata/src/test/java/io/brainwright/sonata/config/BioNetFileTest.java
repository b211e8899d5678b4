package io.brainwright.sonata.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.config.BioNetInput.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulation configurations in the form of the Brain Modeling ToolKit. */
class BioNetFileTest {
    private static final String NEEDED = "\"run\": {\"tstop\": 10}, \"conditions\": {\"celsius\": 34, \"v_init\": -80}";

    @TempDir
    private Path folder;

    @BeforeEach
    void circuit() throws IOException {
        Files.createDirectories(folder.resolve("circuit"));
        write("circuit/circuit_config.json", """
                {"manifest": {"$BASE": "${configdir}"}, "components": {"morphologies_dir": "$BASE/shapes", "mechanisms_dir": "mods"},
                 "networks": {"nodes": [{"nodes_file": "$BASE/nodes.h5", "node_types_file": "$BASE/types.csv"}], "edges": []}}
                """);
    }

    @Test
    void everySectionIsRead() throws IOException {
        var read = BioNetFile.read(write("simulation_config.json", """
                {"manifest": {"$BASE": "${configdir}", "$OUT": "$BASE/out"},
                 "network": "$BASE/circuit/circuit_config.json", "node_sets_file": "$BASE/sets.json", "target_simulator": "NEURON",
                 "run": {"tstop": 100, "dt": 0.05, "dL": 10, "spike_threshold": -20, "nsteps_block": 5000},
                 "conditions": {"celsius": 33, "v_init": -75},
                 "inputs": {"lgn": {"input_type": "spikes", "module": "sonata", "input_file": "$BASE/lgn.h5", "node_set": {"population": "lgn"}},
                   "table": {"input_type": "spikes", "module": "csv", "input_file": "t.csv", "node_set": "tw"},
                   "steps": {"input_type": "current_clamp", "module": "IClamp", "node_set": [3, 5], "amp": [0.1, 0.2], "delay": [0, 20],
                     "duration": [10, 5], "section_name": "dend", "section_index": 2, "section_dist": 0.25},
                   "off": {"input_type": "unheard_of", "enabled": false}},
                 "reports": {"v": {"module": "membrane_report", "variable_name": "v", "cells": "L4", "sections": "soma", "file_name": "$OUT/v_soma.h5"},
                   "all": {"module": "membrane_report", "variable_name": ["cai"], "start_time": 5, "end_time": 50, "dt": 0.1, "buffer": true},
                   "ecp": {"module": "extracellular", "enabled": false}},
                 "output": {"output_dir": "$OUT", "log_file": "$OUT/log.txt", "spikes_file": "s.h5", "spikes_file_csv": "s.csv",
                   "spikes_sort_order": "time", "overwrite_output_dir": true}}
                """));
        var simulation = read.simulation();
        assertThat(simulation.circuit()).isEqualTo(folder.resolve("circuit/circuit_config.json"));
        assertThat(simulation.run().dt_ms()).isEqualTo(0.05);
        assertThat(simulation.run().spikeThreshold_mV()).isEqualTo(-20);
        assertThat(simulation.conditions().v_init_mV()).isEqualTo(-75);
        assertThat(simulation.output().directory()).isEqualTo(folder.resolve("out"));
        assertThat(simulation.output().logFile()).contains("log.txt");
        assertThat(simulation.output().sorting()).isEqualTo("by_time");
        assertThat(read.spikesTable()).contains("s.csv");
        assertThat(read.step_um()).isEqualTo(10);
        assertThat(read.components().folder("morphologies_dir")).contains(folder.resolve("circuit/shapes"));
        assertThat(read.components().folder("mechanisms_dir")).contains(folder.resolve("circuit/mods"));
        assertThat(read.components().folder("templates_dir")).isEmpty();
        assertThat(read.spikes()).extracting("nodeSet").containsExactly("/inputs/lgn/node_set", "tw");
        assertThat(read.spikes()).extracting("table").containsExactly(false, true);
        assertThat(read.nodeSets().get("/inputs/steps/node_set")).hasToString("{\"node_id\":[3,5]}");
        var clamp = read.clamps().getFirst();
        assertThat(clamp.steps()).containsExactly(new Step(0.1, 0, 10), new Step(0.2, 20, 5));
        assertThat(clamp.section() + clamp.index() + clamp.place()).isEqualTo("dend20.25");
        assertThat(simulation.reports()).extracting("file").containsExactly("v_soma.h5", "all.h5");
        assertThat(simulation.reports()).extracting("sections").containsExactly("soma", "all");
        assertThat(simulation.reports().get(1).end_ms()).isEqualTo(50);
        assertThat(simulation.reports().get(1).cells()).isEmpty();
    }

    @Test
    void whatIsNotSaidIsAsInBmtk() throws IOException {
        var read = BioNetFile.read(
                write("s.json", "{\"network\": \"circuit/circuit_config.json\", %s}".formatted(NEEDED)));
        assertThat(read.step_um()).isEqualTo(20);
        assertThat(read.simulation().run().dt_ms()).isEqualTo(0.1);
        assertThat(read.simulation().run().spikeThreshold_mV()).isEqualTo(-15);
    }

    @Test
    void theFormIsKnownByItsCircuit() throws IOException {
        assertThat(BioNetFile.looksLike(
                        write("s.json", "{\"network\": \"circuit/circuit_config.json\", %s}".formatted(NEEDED))))
                .isTrue();
        assertThat(BioNetFile.looksLike(write("inline.json", "{\"networks\": {}, %s}".formatted(NEEDED))))
                .isTrue();
        write(
                "extended.json",
                "{\"networks\": {\"nodes\": [{\"nodes_file\": \"n.h5\", \"populations\": {\"a\": {}}}]}}");
        assertThat(BioNetFile.looksLike(write("e.json", "{\"network\": \"extended.json\", %s}".formatted(NEEDED))))
                .isFalse();
    }

    @Test
    void aFileThatOnlyNamesItsPartsIsRead() throws IOException {
        write("parts/simulation.json", "{%s}".formatted(NEEDED));
        var file = write(
                "config.json",
                "{\"network\": \"circuit/circuit_config.json\", \"simulation\": \"${configdir}/parts/simulation.json\"}");
        assertThat(SimulationFile.looksLike(file)).isTrue();
        var read = BioNetFile.read(file);
        assertThat(read.simulation().run().tstop_ms()).isEqualTo(10);
        assertThat(read.simulation().output().directory()).isEqualTo(folder.resolve("parts/output"));
        assertThat(read.components().folder("mechanisms_dir")).contains(folder.resolve("circuit/mods"));
    }

    @Test
    void aNetworkInTheFileItselfIsRead() throws IOException {
        var file = write("whole.json", """
                {"components": {"synaptic_models_dir": "syn"}, "networks": {"nodes": [{"nodes_file": "n.h5"}]}, %s}
                """.formatted(NEEDED));
        var read = BioNetFile.read(file);
        assertThat(read.simulation().circuit()).isEqualTo(file);
        assertThat(read.components().folder("synaptic_models_dir")).contains(folder.resolve("syn"));
    }

    @Test
    void whatIsNotCarriedOutIsNamedAllTogether() throws IOException {
        var file = write("s.json", """
                {"networks": {"nodes": []}, "components": {"recX_dir": "."}, "tun": 1, "target_simulator": "NEST",
                 "run": {"tstop": 10, "calc_ecp": true, "tstart": 5}, "conditions": {"v_init": -80},
                 "inputs": {"a": {"input_type": "extracellular", "module": "xstim", "node_set": "all"},
                   "b": {"input_type": "spikes", "module": "nwb", "input_file": "x", "trial": "t0"},
                   "c": {"input_type": "current_clamp", "module": "IClamp", "amp": [1, 2], "delay": 1, "duration": 1, "section_index": [0, 9]}},
                 "reports": {"e": {"module": "extracellular", "variable_name": "v"},
                   "two": {"module": "membrane_report", "variable_name": ["v", "cai"], "sections": ["dend", "apic"]}}}
                """);
        assertThatThrownBy(() -> BioNetFile.read(file))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults().stream()
                                        .map(FieldFault::field)
                                        .toList())
                                .containsAll(List.of(
                                        "/target_simulator",
                                        "/tun",
                                        "/run/calc_ecp",
                                        "/run/tstart",
                                        "/conditions/celsius",
                                        "/inputs/a/input_type",
                                        "/inputs/b/module",
                                        "/inputs/b/node_set",
                                        "/inputs/b/trial",
                                        "/inputs/c/amp",
                                        "/inputs/c/section_index",
                                        "/reports/e/module",
                                        "/reports/two/variable_name",
                                        "/reports/two/sections",
                                        "s.json#/components/recX_dir")));
    }

    private Path write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
