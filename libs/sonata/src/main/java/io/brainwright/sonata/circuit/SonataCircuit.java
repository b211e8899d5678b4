package io.brainwright.sonata.circuit;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.JsonFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/**
 * A circuit that lies in files, found through its configuration.
 *
 * @param config the configuration
 * @param nodes node populations
 * @param edges edge populations
 */
public record SonataCircuit(Path config, List<CircuitConfig.Population> nodes, List<CircuitConfig.Population> edges) {
    private static final int LONGEST_PATH = 4096;

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
        var manifest = manifest(config, tree);
        return new SonataCircuit(
                config,
                populations(config, manifest, tree.path("networks").path("nodes"), "nodes_file", "biophysical"),
                populations(config, manifest, tree.path("networks").path("edges"), "edges_file", "chemical"));
    }

    /** The nodes of a population. */
    public NodePopulation nodes(String population) {
        return NodePopulation.read(Path.of(named(nodes, population).file()), population);
    }

    /** The edges of a population. */
    public EdgePopulation edges(String population) {
        return EdgePopulation.read(Path.of(named(edges, population).file()), population);
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

    /** Variables such as $BASE_DIR; one may use another that stands before it. */
    private static SequencedMap<String, String> manifest(Path config, JsonNode tree) {
        var variables = new LinkedHashMap<String, String>();
        for (var entry : tree.path("manifest").properties()) {
            if (entry.getKey().length() < 2 || !entry.getKey().startsWith("$")) {
                throw wrong(config, "the variable '%s' has no name such as $BASE_DIR".formatted(entry.getKey()));
            }
            variables.put(
                    entry.getKey(), expanded(config, variables, entry.getValue().asString("")));
        }
        return variables;
    }

    private static String expanded(Path config, Map<String, String> variables, String path) {
        String result = path;
        for (var variable : variables.entrySet()) {
            result = result.replace("${" + variable.getKey().substring(1) + "}", variable.getValue());
            result = result.replace(variable.getKey(), variable.getValue());
            if (result.length() > LONGEST_PATH) {
                throw wrong(config, "a path has more than %d characters".formatted(LONGEST_PATH));
            }
        }
        return result;
    }

    private static Path resolved(Path config, String file) {
        try {
            return config.toAbsolutePath().resolveSibling(file).normalize();
        } catch (InvalidPathException impossible) {
            throw wrong(config, "'%s' is no path: %s".formatted(impossible.getInput(), impossible.getReason()));
        }
    }

    private static Problem wrong(Path config, String what) {
        return new Problem(
                Kind.INVALID,
                "SONATA_CONFIG_WRONG",
                "In '%s' %s.".formatted(config, what),
                "Mend the manifest or the paths under 'networks'.",
                Map.of("file", config.toString(), "fault", what));
    }

    private static List<CircuitConfig.Population> populations(
            Path config, Map<String, String> manifest, JsonNode files, String key, String usualType) {
        var found = new ArrayList<CircuitConfig.Population>();
        for (var entry : files) {
            var file =
                    resolved(config, expanded(config, manifest, entry.path(key).asString("")));
            entry.path("populations")
                    .properties()
                    .forEach(p -> found.add(new CircuitConfig.Population(
                            p.getKey(), p.getValue().path("type").asString(usualType), file.toString())));
        }
        return found;
    }
}
