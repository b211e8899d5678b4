package io.brainwright.sonata.circuit;

import io.brainwright.sonata.hdf5.Columns;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Stored;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Edges as they lie in a file.
 *
 * @param name of the population
 * @param source node population where edges begin
 * @param target node population where they end
 * @param sources node where each edge begins
 * @param targets node where it ends
 * @param edges attributes of group 0
 */
public record EdgePopulation(String name, String source, String target, long[] sources, long[] targets, Columns edges) {

    /** Reads all attributes. */
    public static EdgePopulation read(Path file, String name) {
        return Hdf5File.read(file, hdf -> {
            var population = (Group) hdf.getByPath("edges/" + name);
            var sources = (Dataset) population.getChild("source_node_id");
            var targets = (Dataset) population.getChild("target_node_id");
            return new EdgePopulation(
                    name,
                    Objects.requireNonNullElse(Stored.text(sources, "node_population"), ""),
                    Objects.requireNonNullElse(Stored.text(targets, "node_population"), ""),
                    Stored.longs(sources),
                    Stored.longs(targets),
                    Stored.columns((Group) population.getChild("0"), Stored.rows(targets)));
        });
    }
}
