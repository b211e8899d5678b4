package io.brainwright.sim.sonata;

import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.NewGroup;
import io.brainwright.sonata.simulation.SpikesWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A circuit and a simulation as the Allen Institute's tools write them: types in tables, no {@code populations}, models of the Cell
 * Types Database. cortex/0 and /1 are perisomatic, cortex/2 is all-active; fibres/0 and /1 are virtual.
 *
 * <p>fibres/0 ends on section 3 of cortex/0, at 0.25; fibres/1 with three synapses that are drawn on the apical dendrites of cortex/1;
 * cortex/0 on the soma of cortex/2.
 */
final class AllenCells {
    private AllenCells() {}

    /** Writes it; the configuration of the simulation. */
    static Path write(Path folder) throws IOException {
        return write(folder, 3);
    }

    /** @param section on which fibres/0 ends */
    static Path write(Path folder, int section) throws IOException {
        for (var made : new String[] {"shapes", "models", "synapses", "mods/modfiles"}) {
            Files.createDirectories(folder.resolve(made));
        }
        Files.copy(
                Path.of("src/test/resources/golden/imported-swc/cell.swc"),
                folder.resolve("shapes/cell.swc"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve("synapses/exc.json"), "{\"tau1\": 0.3, \"tau2\": 3.0, \"erev\": 0.0}");
        Files.writeString(folder.resolve("mods/modfiles/Drain.mod"), """
                NEURON { SUFFIX Drain NONSPECIFIC_CURRENT i RANGE g, e }
                PARAMETER { g = 1e-5 (S/cm2) e = -71 (mV) }
                ASSIGNED { v (mV) i (mA/cm2) }
                BREAKPOINT { i = g * (v - e) }
                """);
        Files.writeString(
                folder.resolve("mods/modfiles/vecevent.mod"),
                "NEURON { ARTIFICIAL_CELL VecStim }\nVERBATIM\nENDVERBATIM\n");
        Files.writeString(folder.resolve("models/peri.json"), """
                {"passive": [{"ra": 120.0, "e_pas": -80.0, "cm": [{"section": "soma", "cm": 1.0}, {"section": "axon", "cm": 1.0},
                   {"section": "dend", "cm": 2.0}, {"section": "apic", "cm": 2.0}]}],
                 "genome": [{"section": "soma", "name": "gbar_NaTg", "value": 1.5, "mechanism": "NaTg"},
                   {"section": "soma", "name": "gbar_bw_Kv31", "value": "0.5", "mechanism": "bw_Kv31"},
                   {"section": "dend", "name": "g_Drain", "value": 2e-5, "mechanism": "Drain"},
                   {"section": "dend", "name": "g_pas", "value": 4e-5, "mechanism": ""}],
                 "conditions": [{"celsius": 30, "v_init": -70, "erev": [{"section": "soma", "ena": 53.0, "ek": -95.0}]}]}
                """);
        Files.writeString(folder.resolve("models/active.json"), """
                {"passive": [{"ra": 100.0, "e_pas": -75.0, "cm": [{"section": "dend", "cm": 1.5}]}],
                 "genome": [{"section": "axon", "name": "gbar_NaTg", "value": 1.0, "mechanism": "NaTg"},
                   {"section": "axon", "name": "Ra", "value": 80.0, "mechanism": ""}],
                 "conditions": [{"erev": [{"section": "axon", "ena": 55.0, "ek": -90.0}, {"section": "soma", "ena": 60.0, "ek": -77.0}]}]}
                """);
        nodes(folder);
        edges(folder, section);
        SpikesWriter.write(folder.resolve("spikes.h5"), "fibres", new double[] {2, 3, 8}, new long[] {0, 1, 0});
        Files.writeString(folder.resolve("sets.json"), "{\"first\": {\"population\": \"cortex\", \"node_id\": [0]}}");
        Files.writeString(folder.resolve("circuit_config.json"), """
                {"manifest": {"$BASE": "${configdir}"},
                 "components": {"morphologies_dir": "$BASE/shapes", "biophysical_neuron_models_dir": "$BASE/models",
                   "synaptic_models_dir": "$BASE/synapses", "mechanisms_dir": "$BASE/mods"},
                 "networks": {"nodes": [{"nodes_file": "cortex.h5", "node_types_file": "cortex_types.csv"},
                     {"nodes_file": "fibres.h5", "node_types_file": "fibres_types.csv"}],
                   "edges": [{"edges_file": "incoming.h5", "edge_types_file": "edge_types.csv"},
                     {"edges_file": "local.h5", "edge_types_file": "edge_types.csv"}]}}
                """);
        return Files.writeString(folder.resolve("simulation_config.json"), """
                {"network": "circuit_config.json", "node_sets_file": "sets.json",
                 "run": {"tstop": 20, "dt": 0.025, "dL": 20, "spike_threshold": -20}, "conditions": {"celsius": 34, "v_init": -80},
                 "inputs": {"fibres": {"input_type": "spikes", "module": "h5", "input_file": "spikes.h5", "node_set": "fibres"},
                   "step": {"input_type": "current_clamp", "module": "IClamp", "node_set": "first", "amp": 0.75, "delay": 5, "duration": 12}},
                 "reports": {"v": {"module": "membrane_report", "variable_name": "v", "cells": "all", "sections": "all", "dt": 0.1}},
                 "output": {"output_dir": "out", "spikes_file_csv": "spikes.csv"}}
                """);
    }

    private static void nodes(Path folder) throws IOException {
        nodes(folder, "cortex", 100, 100, 101);
        nodes(folder, "fibres", 200, 200);
        Files.writeString(folder.resolve("cortex_types.csv"), """
                node_type_id model_type model_template model_processing dynamics_params morphology
                100 biophysical ctdb:Biophys1.hoc aibs_perisomatic peri.json cell.swc
                101 biophysical ctdb:Biophys1.hoc aibs_allactive active.json cell
                """);
        Files.writeString(folder.resolve("fibres_types.csv"), "node_type_id model_type\n200 virtual\n");
    }

    private static void nodes(Path folder, String population, long... types) {
        Hdf5File.write(folder.resolve(population + ".h5"), root -> {
            var group = root.group("nodes").group(population);
            group.dataset("node_type_id", types);
            group.dataset("node_group_id", new int[types.length]);
            group.dataset(
                    "node_group_index",
                    java.util.stream.LongStream.range(0, types.length).toArray());
            group.group("0");
        });
    }

    private static void edges(Path folder, int section) throws IOException {
        Files.writeString(folder.resolve("edge_types.csv"), """
                edge_type_id model_template dynamics_params delay syn_weight weight_function target_sections distance_range
                1 exp2syn exc.json 1.5 0.03125 NULL NULL NULL
                2 exp2syn exc.json 2.0 0.0625 wmax ['apic'] "[10.0, 90.0]"
                3 Exp2Syn exc.json 0.5 0.125 NULL NULL NULL
                """);
        Hdf5File.write(folder.resolve("incoming.h5"), root -> {
            var edges = edges(root, "fibres_cortex", "fibres", new long[] {0, 1}, new long[] {0, 1}, 1, 2);
            edges.dataset("edge_group_id", new int[] {0, 1});
            edges.dataset("edge_group_index", new long[] {0, 0});
            var placed = edges.group("0");
            placed.dataset("sec_id", new int[] {section});
            placed.dataset("sec_x", new double[] {0.25});
            edges.group("1").dataset("nsyns", new int[] {3});
        });
        Hdf5File.write(folder.resolve("local.h5"), root -> {
            var edges = edges(root, "cortex_cortex", "cortex", new long[] {0}, new long[] {2}, 3);
            edges.dataset("edge_group_id", new int[1]);
            edges.dataset("edge_group_index", new long[1]);
            var placed = edges.group("0");
            placed.dataset("afferent_section_id", new int[1]);
            placed.dataset("afferent_section_pos", new double[] {0.5});
        });
    }

    private static NewGroup edges(
            NewGroup root, String population, String source, long[] sources, long[] targets, int... types) {
        var edges = root.group("edges").group(population);
        edges.dataset("source_node_id", sources).attribute("node_population", source);
        edges.dataset("target_node_id", targets).attribute("node_population", "cortex");
        edges.dataset("edge_type_id", types);
        return edges;
    }
}
