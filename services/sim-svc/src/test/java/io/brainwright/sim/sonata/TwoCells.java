package io.brainwright.sim.sonata;

import io.brainwright.neuro.morphology.io.MorphologyFile;
import io.brainwright.sim.model.circuit.Cells;
import io.brainwright.sonata.circuit.EdgesWriter;
import io.brainwright.sonata.circuit.NodesWriter;
import io.brainwright.sonata.hdf5.Columns;
import io.brainwright.sonata.simulation.SpikesWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A circuit of two cells and two fibres: neurons/0, a pyramidal cell of layer 5, excites neurons/1, a basket cell, which inhibits
 * it; fibres/0 ends on the apical trunk of neurons/0, fibres/1 on a basal dendrite of neurons/1.
 */
final class TwoCells {
    static final double THRESHOLD_NA = 0.25;
    static final double HOLDING_NA = -0.0625;
    static final double RESISTANCE_MOHM = 50;

    private TwoCells() {}

    /** Vesicles of each contact. */
    static final int SITES = 20;

    static void write(Path folder) throws IOException {
        write(folder, SITES);
    }

    static void write(Path folder, int sites) throws IOException {
        MorphologyFile.write(Cells.pyramid(), folder.resolve("pyramid.swc"));
        MorphologyFile.write(Cells.interneuron(), folder.resolve("basket.swc"));
        NodesWriter.write(
                folder.resolve("nodes.h5"),
                "neurons",
                nodes(2).put("morphology", new String[] {"pyramid", "basket"})
                        .put("etype", new String[] {"cADpyr", "cNAC"})
                        .put("mtype", new String[] {"L5_TPC:A", "L5_LBC"})
                        .put("layer", new String[] {"5", "5"})
                        .put("synapse_class", new String[] {"EXC", "INH"})
                        .put("model_template", new String[] {"hoc:pyramid", "hoc:basket"})
                        .put("model_type", new String[] {"biophysical", "biophysical"})
                        .put("morph_class", new String[] {"PYR", "INT"}),
                new Columns(2)
                        .put("threshold_current", new double[] {THRESHOLD_NA, Double.NaN})
                        .put("holding_current", new double[] {HOLDING_NA, 0})
                        .put("input_resistance", new double[] {RESISTANCE_MOHM, 100}));
        var fibre = new String[] {"", ""};
        NodesWriter.write(
                folder.resolve("fibres.h5"),
                "fibres",
                nodes(2).put("morphology", fibre)
                        .put("etype", fibre)
                        .put("mtype", fibre)
                        .put("layer", fibre)
                        .put("synapse_class", fibre)
                        .put("model_template", fibre)
                        .put("model_type", new String[] {"virtual", "virtual"})
                        .put("morph_class", fibre),
                new Columns(2).put("threshold_current", new float[2]).put("holding_current", new float[2]));
        edges(
                folder.resolve("local.h5"),
                sites,
                "neurons",
                new long[] {1, 0},
                new long[] {0, 1},
                new int[] {10, 110},
                new int[] {0, 2});
        edges(
                folder.resolve("incoming.h5"),
                sites,
                "fibres",
                new long[] {0, 1},
                new long[] {0, 1},
                new int[] {110, 110},
                new int[] {Cells.TRUNK, 2});
        Files.writeString(folder.resolve("node_sets.json"), """
                {"All": {"population": "neurons"}, "Pyramid": {"population": "neurons", "node_id": [0]},
                 "Basket": {"population": "neurons", "node_id": [1]}, "Fibres": {"population": "fibres"},
                 "FirstFibre": {"population": "fibres", "node_id": [0]}}
                """);
        Files.writeString(folder.resolve("circuit_config.json"), """
                {"node_sets_file": "node_sets.json", "networks": {"nodes": [
                   {"nodes_file": "nodes.h5", "populations": {"neurons": {"type": "biophysical", "morphologies_dir": "."}}},
                   {"nodes_file": "fibres.h5", "populations": {"fibres": {"type": "virtual"}}}],
                 "edges": [{"edges_file": "local.h5", "populations": {"neurons__neurons__chemical": {"type": "chemical"}}},
                   {"edges_file": "incoming.h5", "populations": {"fibres__neurons__chemical": {"type": "chemical"}}}]}}
                """);
        SpikesWriter.write(folder.resolve("input.h5"), "fibres", new double[] {1, 4, 9}, new long[] {0, 1, 0});
    }

    private static Columns nodes(int count) {
        var nodes = new Columns(count);
        for (var name : new String[] {"x", "y", "z", "orientation_x", "orientation_y", "orientation_z"}) {
            nodes.put(name, new float[count]);
        }
        var upright = new float[count];
        Arrays.fill(upright, 1);
        return nodes.put("orientation_w", upright);
    }

    /** Conductance 2 nS, decay 1.74 or 8.3 ms, U 0.5, D 100 ms, F 10 ms, delay 1.5 ms, K 2.79 mM; in the middle of the section. */
    private static void edges(
            Path file, int sites, String source, long[] sources, long[] targets, int[] type, int[] section) {
        var edges = new Columns(2);
        for (var name : EdgesWriter.REQUIRED) {
            edges.put(name, EdgesWriter.isWhole(name) ? new int[2] : new float[2]);
        }
        edges.put("syn_type_id", type)
                .put("n_rrp_vesicles", new int[] {sites, sites})
                .put("afferent_section_id", section)
                .put("afferent_section_pos", new float[] {.5f, .5f})
                .put("conductance", new float[] {2, 2})
                .put("decay_time", new float[] {type[0] < 100 ? 8.3f : 1.74f, 1.74f})
                .put("u_syn", new float[] {.5f, .5f})
                .put("depression_time", new float[] {100, 100})
                .put("facilitation_time", new float[] {10, 10})
                .put("delay", new float[] {1.5f, 1.5f})
                .put("conductance_scale_factor", new float[] {type[0] < 100 ? 0 : .7f, .7f})
                .put("u_hill_coefficient", new float[] {2.79f, 2.79f});
        EdgesWriter.write(
                file,
                source + "__neurons__chemical",
                new EdgesWriter.End(source, 2, sources),
                new EdgesWriter.End("neurons", 2, targets),
                edges);
    }
}
