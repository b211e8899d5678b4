package io.brainwright.sonata.edit;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.JsonFile;
import io.brainwright.sonata.Manifest;
import io.brainwright.sonata.circuit.CircuitConfig;
import io.brainwright.sonata.circuit.EdgesWriter;
import io.brainwright.sonata.circuit.Populations;
import io.brainwright.sonata.circuit.SonataCircuit;
import io.brainwright.sonata.hdf5.Hdf5Copy;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.NewGroup;
import io.brainwright.sonata.hdf5.Stored;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds what some readers cannot do without: the list of populations in the configuration (libsonata and bluepysnap see no other) and
 * both indices of every edge population.
 */
public record Completion() implements CircuitChange {
    private static final String RANGES = "node_id_to_ranges";
    private static final String EDGES = "range_to_edge_id";
    /** What BMTK calls {@link #RANGES}, which the specification calls in the plural. */
    private static final String BMTK_RANGES = "node_id_to_range";

    private static final Map<String, String> SIDES =
            Map.of("source_to_target", "source_node_id", "target_to_source", "target_node_id");

    @Override
    public void apply(Path config) {
        var circuit = SonataCircuit.open(config);
        list(config, circuit);
        for (var population : circuit.edges()) {
            index(circuit, population);
        }
    }

    private static void list(Path config, SonataCircuit circuit) {
        var tree = (ObjectNode) JsonFile.read(config);
        var manifest = new Manifest(config, tree);
        for (var kind : List.of("nodes", "edges")) {
            for (var entry : tree.path("networks").path(kind)) {
                if (entry instanceof ObjectNode file && file.path("populations").isEmpty()) {
                    var where = manifest.path(file.path(kind + "_file").asString(""));
                    var listed = file.putObject("populations");
                    (kind.equals("nodes") ? circuit.nodes() : circuit.edges())
                            .stream()
                                    .filter(p -> Path.of(p.file()).equals(where))
                                    .forEach(p -> listed.putObject(p.name()).put("type", p.type()));
                }
            }
        }
        JsonFile.write(config, tree);
    }

    private static void index(SonataCircuit circuit, CircuitConfig.Population population) {
        var file = Path.of(population.file());
        var additions = new LinkedHashMap<String, Consumer<NewGroup>>();
        Hdf5File.read(file, hdf -> {
            var group = Populations.named(hdf, file, "edges", population.name());
            for (var side : SIDES.entrySet()) {
                var there = index(group, side.getKey());
                if (there.containsKey(RANGES) && there.containsKey(EDGES)) {
                    continue;
                }
                var ids = Populations.column(file, group, side.getValue());
                additions.merge(
                        "/edges/" + population.name(),
                        into -> add(circuit, side.getKey(), ids, there, into),
                        Consumer::andThen);
            }
            if (!additions.isEmpty()) {
                Hdf5Copy.write(file, file, additions);
            }
            return file;
        });
    }

    private static Map<String, Node> index(Group population, String side) {
        return population.getChildren().get("indices") instanceof Group indices
                        && indices.getChildren().get(side) instanceof Group index
                ? index.getChildren()
                : Map.of();
    }

    private static void add(
            SonataCircuit circuit, String side, Dataset ids, Map<String, Node> there, NewGroup population) {
        var into = population.within("indices").within(side);
        var nodes = Objects.requireNonNullElse(Stored.text(ids, "node_population"), "");
        int count = circuit.nodes(nodes).nodes().rows();
        if (there.containsKey(EDGES) && there.get(BMTK_RANGES) instanceof Dataset ranges) {
            into.table(RANGES, forAll(Stored.pairs(ranges), count), 2);
        } else if (into.has(EDGES) || into.has(RANGES)) {
            throw new Problem(
                    Kind.INVALID,
                    "INDEX_INCOMPLETE",
                    "The index '%s' of '%s' has %s only.".formatted(side, ids.getPath(), there.keySet()),
                    "Take the group 'indices' out of the file; it is then made anew.",
                    Map.of("index", side));
        } else {
            EdgesWriter.index(into, ids.getParent().getPath() + "indices/" + side, Stored.longs(ids), count);
        }
    }

    /** BMTK's table ends with the last node that has an edge. */
    private static long[][] forAll(long[][] ranges, int nodes) {
        long[][] all = new long[Math.max(nodes, ranges.length)][2];
        System.arraycopy(ranges, 0, all, 0, ranges.length);
        return all;
    }
}
