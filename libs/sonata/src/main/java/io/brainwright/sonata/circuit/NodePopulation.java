package io.brainwright.sonata.circuit;

import io.brainwright.sonata.hdf5.Columns;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Stored;
import io.jhdf.api.Group;
import java.nio.file.Path;

/**
 * Nodes as they lie in a file.
 *
 * @param name of the population
 * @param nodes attributes of group 0
 * @param dynamics attributes of its {@code dynamics_params}; no column where there are none
 */
public record NodePopulation(String name, Columns nodes, Columns dynamics) {

    /** Reads all attributes. */
    public static NodePopulation read(Path file, String name) {
        return Hdf5File.read(file, hdf -> {
            int rows = Stored.rows(hdf.getDatasetByPath("nodes/%s/node_type_id".formatted(name)));
            var group = (Group) hdf.getByPath("nodes/%s/0".formatted(name));
            var dynamics = group.getChildren().get("dynamics_params") instanceof Group g
                    ? Stored.columns(g, rows)
                    : new Columns(rows);
            return new NodePopulation(name, Stored.columns(group, rows), dynamics);
        });
    }
}
