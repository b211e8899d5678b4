package io.brainwright.sonata.check;

import io.brainwright.sonata.circuit.CircuitConfig;
import io.brainwright.sonata.circuit.Populations;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Pieces;
import io.brainwright.sonata.hdf5.Stored;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks through the edges of one population without holding them. */
final class EdgesCheck {
    private final CircuitConfig.Population population;
    private final Map<String, Long> nodeCounts;
    private final List<Finding> findings = new ArrayList<>();

    /** @param nodeCounts nodes by population, of those that could be read */
    EdgesCheck(CircuitConfig.Population population, Map<String, Long> nodeCounts) {
        this.population = population;
        this.nodeCounts = nodeCounts;
    }

    List<Finding> findings() {
        var file = Path.of(population.file());
        Hdf5File.read(file, hdf -> {
            var group = Populations.named(hdf, file, "edges", population.name());
            var sources = Populations.column(file, group, "source_node_id");
            var targets = Populations.column(file, group, "target_node_id");
            lengths(group, targets);
            end(sources, "source_node_id");
            end(targets, "target_node_id");
            order(targets);
            index(group, "source_to_target", sources);
            index(group, "target_to_source", targets);
            findings.addAll(DelayCheck.of(population.name(), group));
            return group.getName();
        });
        return findings;
    }

    private void lengths(Group group, Dataset targets) {
        int edges = Stored.rows(targets);
        for (var name : Stored.datasets(group)) {
            int rows = Stored.rows((Dataset) group.getChild(name));
            if (rows != edges) {
                grave(
                        "COLUMN_LENGTH_WRONG",
                        "Column '%s' has %d rows; there are %d edges.".formatted(name, rows, edges),
                        "The file was not written to its end; write it again.");
            }
        }
    }

    private void end(Dataset ids, String name) {
        var nodes = Stored.text(ids, "node_population");
        if (nodes == null) {
            grave(
                    "NODE_POPULATION_MISSING",
                    "'%s' does not say its node population.".formatted(name),
                    "Give the dataset the attribute 'node_population'.");
            return;
        }
        var count = nodeCounts.get(nodes);
        if (count == null) {
            grave(
                    "NODE_POPULATION_NOT_IN_CIRCUIT",
                    "'%s' means nodes of '%s'; the circuit has %s.".formatted(name, nodes, nodeCounts.keySet()),
                    "Add the node population, or leave these edges out of the configuration.");
            return;
        }
        long most = count;
        long[] wrong = {0, -1, 0}; // how many, the first edge, its node
        Pieces.longs(ids, (first, values) -> {
            for (int i = 0; i < values.length; i++) {
                if (values[i] < 0 || values[i] >= most) {
                    if (wrong[0]++ == 0) {
                        wrong[1] = first + i;
                        wrong[2] = values[i];
                    }
                }
            }
        });
        if (wrong[0] > 0) {
            grave(
                    "NODE_ID_OUT_OF_RANGE",
                    "%d edges name nodes that '%s' does not have; the first is edge %d with %s %d, and ids run from 0 to %d."
                            .formatted(wrong[0], nodes, wrong[1], name, wrong[2], count - 1),
                    "Ids are rows of the node file; number them from 0, or give the right node population.");
        }
    }

    private void order(Dataset targets) {
        long[] before = {Long.MIN_VALUE, -1};
        Pieces.longs(targets, (first, values) -> {
            for (int i = 0; i < values.length; i++) {
                if (values[i] < before[0] && before[1] < 0) {
                    before[1] = first + i;
                }
                before[0] = values[i];
            }
        });
        if (before[1] >= 0) {
            lacks(
                    "EDGES_NOT_SORTED",
                    "Edges are not sorted by target, first at edge %d.".formatted(before[1]),
                    "Readers must go by the index 'target_to_source', and reading is slower; write the edges sorted"
                            + " for the best of both.");
        }
    }

    private void index(Group group, String name, Dataset nodes) {
        if (!(group.getChildren().get("indices") instanceof Group indices)
                || !(indices.getChildren().get(name) instanceof Group index)
                || !(index.getChildren().get("node_id_to_ranges") instanceof Dataset ranges)
                || !(index.getChildren().get("range_to_edge_id") instanceof Dataset)) {
            lacks(
                    "INDEX_MISSING",
                    "There is no index '%s' with node_id_to_ranges and range_to_edge_id.".formatted(name),
                    "'brainwright sonata copy --complete' makes it.");
            return;
        }
        var count = nodeCounts.get(String.valueOf(Stored.text(nodes, "node_population")));
        if (count != null && Stored.rows(ranges) != count) {
            grave(
                    "INDEX_WRONG",
                    "The index '%s' has %d nodes; the population has %d.".formatted(name, Stored.rows(ranges), count),
                    "Take the index out of the file; 'brainwright sonata copy --complete' makes it anew.");
        }
    }

    private void grave(String reason, String what, String remedy) {
        findings.add(new Finding(true, reason, population.name(), what, remedy));
    }

    private void lacks(String reason, String what, String remedy) {
        findings.add(new Finding(false, reason, population.name(), what, remedy));
    }
}
