package io.brainwright.sonata.circuit;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.JsonFile;
import io.brainwright.sonata.Manifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A circuit that lies in files, found through its configuration.
 *
 * @param config the configuration
 * @param nodes node populations
 * @param edges edge populations
 */
public record SonataCircuit(Path config, List<CircuitConfig.Population> nodes, List<CircuitConfig.Population> edges) {
    public SonataCircuit {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * Reads a configuration; the files themselves are read when asked for.
     *
     * @throws Problem where the file is absent, not JSON, or not a circuit's configuration
     */
    public static SonataCircuit open(Path config) {
        var tree = JsonFile.read(config);
        if (!tree.path("networks").isObject()) {
            throw new Problem(
                    Kind.INVALID,
                    "SONATA_NO_NETWORKS",
                    "'%s' has no 'networks'.".formatted(config),
                    "A circuit's configuration lists its node and edge files under 'networks'.",
                    Map.of("file", config.toString()));
        }
        var manifest = new Manifest(config, tree);
        return new SonataCircuit(
                config,
                populations(manifest, tree.path("networks").path("nodes"), "nodes_file", "biophysical"),
                populations(manifest, tree.path("networks").path("edges"), "edges_file", "chemical"));
    }

    /** The nodes of a population. */
    public NodePopulation nodes(String population) {
        return NodePopulation.read(Path.of(named(nodes, population).file()), population);
    }

    /** The edges of a population. */
    public EdgePopulation edges(String population) {
        return EdgePopulation.read(Path.of(named(edges, population).file()), population);
    }

    /** Where the morphologies of a node population lie. */
    public MorphologyFiles morphologies(String population) {
        return MorphologyFiles.of(config, population);
    }

    /** The file of node sets; empty where the configuration names none. */
    public Optional<Path> nodeSetsFile() {
        var tree = JsonFile.read(config);
        var file = tree.path("node_sets_file").asString("");
        return file.isEmpty() ? Optional.empty() : Optional.of(new Manifest(config, tree).path(file));
    }

    private static CircuitConfig.Population named(List<CircuitConfig.Population> all, String name) {
        return all.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Kind.NOT_FOUND,
                        "SONATA_POPULATION_NOT_FOUND",
                        "There is no population '%s'.".formatted(name),
                        "The circuit has %s."
                                .formatted(all.stream()
                                        .map(CircuitConfig.Population::name)
                                        .toList()),
                        Map.of("population", name)));
    }

    private static List<CircuitConfig.Population> populations(
            Manifest manifest, JsonNode files, String key, String usualType) {
        var found = new ArrayList<CircuitConfig.Population>();
        for (var entry : files) {
            var file = manifest.path(entry.path(key).asString(""));
            entry.path("populations")
                    .properties()
                    .forEach(p -> found.add(new CircuitConfig.Population(
                            p.getKey(), p.getValue().path("type").asString(usualType), file.toString())));
        }
        return found;
    }
}
