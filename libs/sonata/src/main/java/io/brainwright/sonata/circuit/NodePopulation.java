package io.brainwright.sonata.circuit;

import io.brainwright.sonata.hdf5.Columns;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Stored;
import io.brainwright.sonata.table.TextTable;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Nodes as they lie in a file.
 *
 * @param name of the population
 * @param nodes attributes of group 0
 * @param dynamics attributes of its {@code dynamics_params}; no column where there are none
 */
public record NodePopulation(String name, Columns nodes, Columns dynamics) {

    /** Reads all attributes that the file itself has. */
    public static NodePopulation read(Path file, String name) {
        return read(file, name, Optional.empty());
    }

    /**
     * Reads all attributes.
     *
     * @param types table of node types, whose columns are attributes too
     */
    public static NodePopulation read(Path file, String name, Optional<Path> types) {
        var table = types.map(t -> TextTable.read(t, ' '));
        return Hdf5File.read(file, hdf -> {
            var population = Populations.named(hdf, file, "nodes", name);
            int rows = Stored.rows(Populations.column(file, population, "node_type_id"));
            var columns = new GroupedColumns(population, "node", rows);
            return new NodePopulation(name, columns.read("", table), columns.read("dynamics_params", Optional.empty()));
        });
    }
}
