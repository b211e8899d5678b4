package io.brainwright.sonata.circuit;

import io.brainwright.sonata.hdf5.Columns;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Stored;
import io.brainwright.sonata.table.TextTable;
import io.jhdf.api.Group;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

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

    /** Reads where edges begin and end, and no attribute: what a large file has room for. */
    public static EdgePopulation ends(Path file, String name) {
        return Hdf5File.read(file, hdf -> {
            var population = Populations.named(hdf, file, "edges", name);
            var targets = Populations.column(file, population, "target_node_id");
            return of(file, name, population, new Columns(Stored.rows(targets)));
        });
    }

    private static EdgePopulation of(Path file, String name, Group population, Columns attributes) {
        var sources = Populations.column(file, population, "source_node_id");
        var targets = Populations.column(file, population, "target_node_id");
        return new EdgePopulation(
                name,
                Objects.requireNonNullElse(Stored.text(sources, "node_population"), ""),
                Objects.requireNonNullElse(Stored.text(targets, "node_population"), ""),
                Stored.longs(sources),
                Stored.longs(targets),
                attributes);
    }

    /** Reads all attributes that the file itself has. */
    public static EdgePopulation read(Path file, String name) {
        return read(file, name, Optional.empty());
    }

    /**
     * Reads all attributes.
     *
     * @param types table of edge types, whose columns are attributes too
     */
    public static EdgePopulation read(Path file, String name, Optional<Path> types) {
        var table = types.map(t -> TextTable.read(t, ' '));
        return Hdf5File.read(file, hdf -> {
            var population = Populations.named(hdf, file, "edges", name);
            var targets = Populations.column(file, population, "target_node_id");
            return of(
                    file,
                    name,
                    population,
                    new GroupedColumns(population, "edge", Stored.rows(targets)).read("", table));
        });
    }
}
