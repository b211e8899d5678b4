package io.brainwright.sonata.edit;

import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.NewGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A circuit as the Allen Institute's builder writes one: no {@code populations}, two groups of nodes, types in tables, no indices.
 *
 * <p>Nodes 0 and 1 are of type 100 (group 0, with a tuning angle), node 2 of type 101 (group 1). Edges 2 → 0, 0 → 1, 1 → 0.
 */
final class AllenCircuit {
    private AllenCircuit() {}

    static Path in(Path folder) throws IOException {
        Hdf5File.write(folder.resolve("nodes.h5"), root -> {
            root.group("unheard_of").dataset("kept", new short[] {1, -2});
            var v1 = root.group("nodes").group("v1");
            v1.attribute("note", "kept too");
            v1.dataset("node_type_id", new long[] {100, 100, 101});
            v1.dataset("node_group_id", new int[] {0, 0, 1});
            v1.dataset("node_group_index", new long[] {1, 0, 0});
            v1.group("0").dataset("tuning_angle", new double[] {90, 30});
            v1.group("1").dataset("x", new float[] {5});
        });
        Hdf5File.write(
                folder.resolve("edges.h5"), root -> edges(root.group("edges").group("v1_v1")));
        Files.writeString(folder.resolve("node_types.csv"), """
            node_type_id model_type ei pop_name
            100 biophysical e "Scnn1a ""wide"" cells"
            101 biophysical i NULL
            """);
        Files.writeString(folder.resolve("edge_types.csv"), """
            edge_type_id delay syn_weight
            7 1.5 NULL
            8 2 0.25
            """);
        return Files.writeString(folder.resolve("circuit_config.json"), """
            {"networks": {"nodes": [{"nodes_file": "nodes.h5", "node_types_file": "node_types.csv"}],
                          "edges": [{"edges_file": "edges.h5", "edge_types_file": "edge_types.csv"}]},
             "unheard_of": {"kept": [1, 2]}}
            """);
    }

    private static void edges(NewGroup edges) {
        edges.dataset("source_node_id", new long[] {2, 0, 1}).attribute("node_population", "v1");
        edges.dataset("target_node_id", new long[] {0, 1, 0}).attribute("node_population", "v1");
        edges.dataset("edge_type_id", new int[] {7, 8, 7});
        edges.group("0").dataset("nsyns", new int[] {3, 1, 2});
    }
}
