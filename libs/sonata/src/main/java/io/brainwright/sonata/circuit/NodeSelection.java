package io.brainwright.sonata.circuit;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.JsonFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Finds the nodes that a node set means: rules of {@code node_sets.json} applied to the populations of a circuit.
 *
 * <p>A rule is an object (all of its conditions hold) or a list of names of other sets (any of them). A condition is a value, a
 * list of values (any of them) or an operator: {@code $regex $gt $lt $gte $lte}. {@code population} and {@code node_id} say
 * where.
 */
public final class NodeSelection {
    private final SonataCircuit circuit;
    private final Map<String, JsonNode> sets = new LinkedHashMap<>();
    private final Map<String, NodePopulation> populations = new HashMap<>();

    /**
     * @param circuit whose nodes are meant
     * @param first node sets that come before the circuit's own of the same name
     */
    public NodeSelection(SonataCircuit circuit, Optional<Path> first) {
        this.circuit = circuit;
        circuit.nodeSetsFile().ifPresent(this::add);
        first.ifPresent(this::add);
    }

    private void add(Path file) {
        JsonFile.read(file).properties().forEach(e -> sets.put(e.getKey(), e.getValue()));
    }

    /**
     * Adds a set that no file has.
     *
     * @param rule as in a file of node sets
     */
    public void define(String name, JsonNode rule) {
        sets.putIfAbsent(name, rule);
    }

    /** The population of a name, read once. */
    public NodePopulation population(String name) {
        return populations.computeIfAbsent(name, circuit::nodes);
    }

    /**
     * The nodes of a set: ids by population, rising; populations without any are left out.
     *
     * @throws Problem NOT_FOUND where there is no such set, INVALID where its rule cannot be applied
     */
    public SortedMap<String, long[]> select(String name) {
        var found = new TreeMap<String, TreeSet<Long>>();
        collect(name, new ArrayList<>(), found);
        var ids = new TreeMap<String, long[]>();
        found.forEach((population, set) ->
                ids.put(population, set.stream().mapToLong(Long::longValue).toArray()));
        return ids;
    }

    private void collect(String name, List<String> path, Map<String, TreeSet<Long>> found) {
        var rule = sets.get(name);
        if (rule == null) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "SONATA_NODE_SET_NOT_FOUND",
                    "There is no node set '%s'.".formatted(name),
                    "The circuit has %s.".formatted(sets.keySet()),
                    Map.of("node_set", name));
        }
        if (path.contains(name)) {
            throw wrong(name, "refers to itself through %s".formatted(path));
        }
        if (rule.isArray()) {
            path.add(name);
            rule.forEach(part -> collect(part.asString(""), path, found));
            path.remove(name);
        } else if (rule.isObject()) {
            new NodeRule(name, rule).apply(this::population, where(name, rule), found);
        } else {
            throw wrong(name, "is %s; a rule is an object or a list of names".formatted(rule));
        }
    }

    private List<String> where(String name, JsonNode rule) {
        var all = circuit.nodes().stream().map(CircuitConfig.Population::name).toList();
        var said = rule.path("population");
        if (said.isMissingNode()) {
            return all;
        }
        var names = new ArrayList<String>();
        if (said.isArray()) {
            said.forEach(p -> names.add(p.asString("")));
        } else {
            names.add(said.asString(""));
        }
        for (var population : names) {
            if (!all.contains(population)) {
                throw wrong(name, "names the population '%s'; the circuit has %s".formatted(population, all));
            }
        }
        return names;
    }

    static Problem wrong(String name, String what) {
        return new Problem(
                Kind.INVALID,
                "SONATA_NODE_SET_WRONG",
                "The node set '%s' %s.".formatted(name, what),
                "Mend it in the file of node sets.",
                Map.of("node_set", name, "fault", what));
    }
}
