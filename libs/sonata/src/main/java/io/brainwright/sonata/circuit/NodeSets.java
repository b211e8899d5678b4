package io.brainwright.sonata.circuit;

import io.brainwright.sonata.hdf5.Columns;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;

/** Names groups of nodes by what they are: {@code node_sets.json}. */
public final class NodeSets {
    private NodeSets() {}

    /**
     * All, Excitatory, Inhibitory, Layer1 to Layer6 and one set per m-type, of those that have members.
     *
     * @param population their node population
     * @param nodes with {@code synapse_class}, {@code mtype} and {@code layer}
     */
    public static SequencedMap<String, Object> of(String population, Columns nodes) {
        var sets = new LinkedHashMap<String, Object>();
        sets.put("All", Map.of("population", population));
        group(sets, population, nodes, "synapse_class", Map.of("EXC", "Excitatory", "INH", "Inhibitory"));
        for (var layer : words(nodes, "layer")) {
            if (!layer.isEmpty()) {
                sets.put("Layer" + layer, rule(population, "layer", layer));
            }
        }
        for (var mtype : words(nodes, "mtype")) {
            sets.putIfAbsent(mtype, rule(population, "mtype", mtype));
        }
        return sets;
    }

    private static void group(
            Map<String, Object> sets, String population, Columns nodes, String column, Map<String, String> names) {
        for (var word : words(nodes, column)) {
            sets.put(names.getOrDefault(word, word), rule(population, column, word));
        }
    }

    private static Map<String, Object> rule(String population, String column, String word) {
        var rule = new LinkedHashMap<String, Object>();
        rule.put("population", population);
        rule.put(column, word);
        return rule;
    }

    private static List<String> words(Columns nodes, String column) {
        return nodes.has(column) ? List.copyOf(new TreeSet<>(Arrays.asList(nodes.texts(column)))) : List.of();
    }
}
