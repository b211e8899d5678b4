package io.brainwright.sonata.inspect;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.JsonFile;
import io.brainwright.sonata.circuit.CircuitConfig;
import io.brainwright.sonata.circuit.NodeSelection;
import io.brainwright.sonata.circuit.Populations;
import io.brainwright.sonata.circuit.SonataCircuit;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Stored;
import io.brainwright.sonata.table.TextTable;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What populations there are, how large, with which attributes; without reading the values.
 *
 * @param path what was looked at
 * @param populations in the order of the files
 * @param nodeSets of a circuit that has some, in the order of their file
 */
public record Inspection(Path path, List<Summary> populations, List<NodeSet> nodeSets) {
    public Inspection {
        populations = List.copyOf(populations);
        nodeSets = List.copyOf(nodeSets);
    }

    /**
     * A node set.
     *
     * @param name its name
     * @param nodes how many nodes it selects by population
     * @param fault why it selects none; empty where it can be applied
     */
    public record NodeSet(String name, SortedMap<String, Integer> nodes, String fault) {
        public NodeSet {
            nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
        }

        /** In one line. */
        public String sentence() {
            var found = fault.isEmpty() ? (nodes.isEmpty() ? "no node" : nodes.toString()) : fault;
            return "node set %s: %s".formatted(name, found);
        }
    }

    /**
     * One population.
     *
     * @param kind {@code nodes}, {@code edges}, {@code spikes} or {@code report}
     * @param name its name
     * @param type as the configuration says, e.g. {@code biophysical}; empty where a bare file was looked at
     * @param file where it lies
     * @param count nodes, edges, spikes or frames
     * @param between for edges {@code SOURCE -> TARGET}, otherwise empty
     * @param attributes names; those of the file, sorted, then those of the table of types
     */
    public record Summary(
            String kind, String name, String type, Path file, long count, String between, List<String> attributes) {
        public Summary {
            attributes = List.copyOf(attributes);
        }

        private Summary with(List<String> types) {
            var all = new LinkedHashSet<>(attributes);
            types.stream().filter(name -> !name.endsWith("_type_id")).forEach(all::add);
            return new Summary(kind, name, type, file, count, between, List.copyOf(all));
        }

        /** In one line. */
        public String sentence() {
            var words = kind.equals("report") ? "frames" : kind;
            return "%s: %d %s%s%s, %d attributes: %s"
                    .formatted(
                            name,
                            count,
                            type.isEmpty() ? "" : type + " ",
                            words,
                            between.isEmpty() ? "" : " " + between,
                            attributes.size(),
                            String.join(" ", attributes));
        }
    }

    /**
     * Looks at a circuit's configuration or at one HDF5 file.
     *
     * @throws Problem where the path is absent or holds no SONATA
     */
    public static Inspection of(Path path) {
        if (path.toString().endsWith(".json")) {
            var circuit = SonataCircuit.open(path);
            return new Inspection(path, requireSome(path, ofCircuit(circuit)), nodeSets(circuit));
        }
        return new Inspection(path, requireSome(path, ofFile(path, "")), List.of());
    }

    private static List<NodeSet> nodeSets(SonataCircuit circuit) {
        var sets = new ArrayList<NodeSet>();
        if (circuit.nodeSetsFile().isPresent()) {
            var selection = new NodeSelection(circuit, Optional.empty());
            for (var name : JsonFile.read(circuit.nodeSetsFile().get()).propertyNames()) {
                try {
                    var counts = new TreeMap<String, Integer>();
                    selection.select(name).forEach((population, ids) -> counts.put(population, ids.length));
                    sets.add(new NodeSet(name, counts, ""));
                } catch (Problem problem) {
                    sets.add(new NodeSet(name, new TreeMap<>(), String.valueOf(problem.getMessage())));
                }
            }
        }
        return sets;
    }

    private static List<Summary> requireSome(Path path, List<Summary> found) {
        if (found.isEmpty()) {
            throw new Problem(
                    Kind.INVALID,
                    "SONATA_NOTHING_FOUND",
                    "'%s' holds no SONATA population.".formatted(path),
                    "A SONATA file has one of the groups nodes, edges, spikes, report.",
                    Map.of("file", path.toString()));
        }
        return found;
    }

    private static List<Summary> ofCircuit(SonataCircuit circuit) {
        var found = new LinkedHashSet<Summary>();
        for (var population : circuit.nodes()) {
            pick(found, "nodes", population);
        }
        for (var population : circuit.edges()) {
            pick(found, "edges", population);
        }
        return List.copyOf(found);
    }

    private static void pick(LinkedHashSet<Summary> found, String kind, CircuitConfig.Population population) {
        var types = population
                .types()
                .map(file -> TextTable.read(file, ' ').header())
                .orElse(List.of());
        ofFile(Path.of(population.file()), population.type()).stream()
                .filter(s -> s.kind().equals(kind) && s.name().equals(population.name()))
                .forEach(s -> found.add(s.with(types)));
    }

    private static List<Summary> ofFile(Path file, String type) {
        return Hdf5File.read(file, hdf -> {
            var found = new ArrayList<Summary>();
            for (var kind : List.of("nodes", "edges", "spikes", "report")) {
                populations(hdf, kind).forEach(p -> found.add(summary(file, kind, type, p)));
            }
            return found;
        });
    }

    private static List<Group> populations(HdfFile hdf, String kind) {
        return hdf.getChildren().get(kind) instanceof Group group
                ? Stored.groups(group).stream()
                        .map(name -> (Group) group.getChild(name))
                        .toList()
                : List.of();
    }

    private static Summary summary(Path file, String kind, String type, Group population) {
        var counted = switch (kind) {
            case "nodes" -> "node_type_id";
            case "edges" -> "target_node_id";
            case "spikes" -> "timestamps";
            default -> "data";
        };
        var count = population.getChildren().get(counted) instanceof Dataset d ? Stored.rows(d) : 0;
        return new Summary(
                kind, population.getName(), type, file, count, between(kind, population), attributes(population));
    }

    private static String between(String kind, Group population) {
        if (!kind.equals("edges")) {
            return "";
        }
        return end(population, "source_node_id") + " -> " + end(population, "target_node_id");
    }

    private static String end(Group population, String name) {
        return Objects.requireNonNullElse(Stored.text(population.getChild(name), "node_population"), "?");
    }

    private static List<String> attributes(Group population) {
        var groups = Populations.groups(population);
        if (groups.isEmpty()) {
            return Stored.datasets(population);
        }
        var names = new TreeSet<String>();
        var dynamic = new TreeSet<String>();
        for (var name : groups) {
            var group = (Group) population.getChild(name);
            names.addAll(Stored.datasets(group));
            if (group.getChildren().get("dynamics_params") instanceof Group dynamics) {
                Stored.datasets(dynamics).forEach(d -> dynamic.add("dynamics_params/" + d));
            }
        }
        var all = new ArrayList<>(names);
        all.addAll(dynamic);
        return all;
    }
}
