package io.brainwright.sonata.edit;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.circuit.EdgesWriter;
import io.brainwright.sonata.circuit.SonataCircuit;
import io.brainwright.sonata.table.TextTable;
import io.brainwright.sonata.table.TypedColumns;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A new edge population, one edge per line of a table with columns {@code source_node_id} and {@code target_node_id}; written sorted
 * by target, with both indices.
 *
 * @param population its name
 * @param type as the configuration says it: chemical, electrical, ...
 * @param source node population where edges begin
 * @param target node population where they end
 * @param table CSV file
 */
public record AddedEdges(String population, String type, String source, String target, Path table)
        implements CircuitChange {
    @Override
    public void apply(Path config) {
        var circuit = SonataCircuit.open(config);
        if (circuit.edges().stream().anyMatch(p -> p.name().equals(population))) {
            throw new Problem(
                    Kind.INVALID,
                    "SONATA_POPULATION_EXISTS",
                    "The circuit has an edge population '%s' already.".formatted(population),
                    "Name the new one otherwise.",
                    Map.of("population", population));
        }
        var rows = TextTable.read(table, ',');
        var columns = TypedColumns.of(
                rows,
                List.of("source_node_id", "target_node_id"),
                IntStream.range(0, rows.rows().size()).toArray());
        var name = AddedFile.name(config, population, "edges.h5");
        EdgesWriter.writeAny(
                config.resolveSibling(name),
                population,
                end(circuit, source, KeyedRows.ids(rows, "source_node_id")),
                end(circuit, target, KeyedRows.ids(rows, "target_node_id")),
                columns);
        AddedFile.list(config, "edges", name, population, type);
    }

    private static EdgesWriter.End end(SonataCircuit circuit, String population, long[] ids) {
        return new EdgesWriter.End(population, circuit.nodes(population).nodes().rows(), ids);
    }
}
