package io.brainwright.sonata.edit;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.circuit.SonataCircuit;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Written;
import io.brainwright.sonata.table.TextTable;
import io.brainwright.sonata.table.TypedColumns;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A new node population, one node per line of a table with column {@code node_id}.
 *
 * @param population its name
 * @param type as the configuration says it: virtual, biophysical, point_neuron, single_compartment, astrocyte, vasculature
 * @param table CSV file
 */
public record AddedNodes(String population, String type, Path table) implements CircuitChange {
    @Override
    public void apply(Path config) {
        var circuit = SonataCircuit.open(config);
        if (circuit.nodes().stream().anyMatch(p -> p.name().equals(population))) {
            throw new Problem(
                    Kind.INVALID,
                    "SONATA_POPULATION_EXISTS",
                    "The circuit has a node population '%s' already.".formatted(population),
                    "Name the new one otherwise.",
                    Map.of("population", population));
        }
        var rows = TextTable.read(table, ',');
        int count = rows.rows().size();
        if (count == 0) {
            throw TextTable.wrong(table, 1, "is followed by no node", "Give one line for each node.");
        }
        var columns = TypedColumns.of(rows, List.of("node_id"), KeyedRows.order(rows, "node_id", count));
        var name = AddedFile.name(config, population, "nodes.h5");
        Hdf5File.write(config.resolveSibling(name), root -> {
            Written.sign(root);
            var group = root.group("nodes").group(population);
            long[] types = new long[count];
            Arrays.fill(types, -1);
            group.signed("node_type_id", types);
            Written.columns(group.group("0"), columns);
        });
        AddedFile.list(config, "nodes", name, population, type);
    }
}
