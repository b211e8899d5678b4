package io.brainwright.sonata.edit;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.circuit.CircuitConfig;
import io.brainwright.sonata.circuit.Populations;
import io.brainwright.sonata.circuit.SonataCircuit;
import io.brainwright.sonata.hdf5.Columns;
import io.brainwright.sonata.hdf5.Hdf5Copy;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.NewGroup;
import io.brainwright.sonata.hdf5.Stored;
import io.brainwright.sonata.hdf5.Written;
import io.brainwright.sonata.table.TextTable;
import io.brainwright.sonata.table.TypedColumns;
import io.jhdf.api.Dataset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Gives the nodes or edges of a population attributes that they had not: one row per node or edge, keyed by {@code node_id} or
 * {@code edge_id}.
 *
 * @param population whose nodes or edges
 * @param table CSV file
 */
public record AddedProperty(String population, Path table) implements CircuitChange {
    @Override
    public void apply(Path config) {
        var circuit = SonataCircuit.open(config);
        boolean nodes = circuit.nodes().stream().anyMatch(p -> p.name().equals(population));
        var all = nodes ? circuit.nodes() : circuit.edges();
        var file = all.stream()
                .filter(p -> p.name().equals(population))
                .map(CircuitConfig.Population::file)
                .map(Path::of)
                .findFirst()
                .orElseThrow(() -> notFound(circuit));
        var kind = nodes ? "node" : "edge";
        var rows = TextTable.read(table, ',');
        var places = places(file, kind);
        var order = KeyedRows.order(rows, kind + "_id", places.rows());
        var additions = new LinkedHashMap<String, Consumer<NewGroup>>();
        places.rowsOfGroup().forEach((group, members) -> {
            var columns = TypedColumns.of(
                    rows,
                    List.of(kind + "_id"),
                    IntStream.of(members).map(row -> order[row]).toArray());
            additions.put("/%ss/%s/%s".formatted(kind, population, group), into -> put(into, columns));
        });
        Hdf5Copy.write(file, file, additions);
    }

    /**
     * Which rows of the population stand in which group, in the group's order.
     *
     * @param rows how many there are
     */
    private record Places(int rows, Map<String, int[]> rowsOfGroup) {}

    private Places places(Path file, String kind) {
        return Hdf5File.read(file, hdf -> {
            var group = Populations.named(hdf, file, kind + "s", population);
            int rows = Stored.rows(Populations.column(file, group, kind + "_type_id"));
            var rowsOf = new LinkedHashMap<String, int[]>();
            var groups = Populations.groups(group);
            if (groups.size() == 1 && !(group.getChildren().get(kind + "_group_index") instanceof Dataset)) {
                rowsOf.put(groups.getFirst(), IntStream.range(0, rows).toArray());
            } else {
                long[] in = Stored.longs(Populations.column(file, group, kind + "_group_id"));
                long[] at = Stored.longs(Populations.column(file, group, kind + "_group_index"));
                for (var name : groups) {
                    int[] members = new int
                            [(int) IntStream.range(0, rows)
                                    .filter(row -> in[row] == Long.parseLong(name))
                                    .count()];
                    IntStream.range(0, rows)
                            .filter(row -> in[row] == Long.parseLong(name))
                            .forEach(row -> members[Math.toIntExact(at[row])] = row);
                    rowsOf.put(name, members);
                }
            }
            return new Places(rows, rowsOf);
        });
    }

    private void put(NewGroup into, Columns columns) {
        var there = new ArrayList<String>();
        columns.names().stream().filter(into::has).forEach(there::add);
        if (!there.isEmpty()) {
            throw new Problem(
                    Kind.INVALID,
                    "SONATA_ATTRIBUTE_EXISTS",
                    "Population '%s' has %s already.".formatted(population, there),
                    "Name the new attributes otherwise; none is overwritten.",
                    Map.of("population", population, "attributes", there.toString()));
        }
        Written.columns(into, columns);
    }

    private Problem notFound(SonataCircuit circuit) {
        var names = new ArrayList<String>();
        circuit.nodes().forEach(p -> names.add(p.name()));
        circuit.edges().forEach(p -> names.add(p.name()));
        return new Problem(
                Kind.NOT_FOUND,
                "SONATA_POPULATION_NOT_FOUND",
                "There is no population '%s'.".formatted(population),
                "The circuit has %s.".formatted(names),
                Map.of("population", population));
    }
}
