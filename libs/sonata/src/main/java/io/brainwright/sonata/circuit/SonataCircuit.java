package io.brainwright.sonata.circuit;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.JsonFile;
import io.brainwright.sonata.Manifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A circuit that lies in files, found through its configuration. Where that lists no {@code populations}, as the Allen Institute's do
 * not, those of each file are meant.
 *
 * @param config the configuration
 * @param nodes node populations
 * @param edges edge populations
 */
public record SonataCircuit(Path config, List<CircuitConfig.Population> nodes, List<CircuitConfig.Population> edges) {
    private static final List<String> USUAL_NAMES = List.of("circuit_config.json", "circuit_sonata.json");

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
                populations(manifest, tree.path("networks").path("nodes"), "node", "biophysical"),
                populations(manifest, tree.path("networks").path("edges"), "edge", "chemical"));
    }

    /**
     * Whether a circuit is a plain Allen one, whose cells and synapses are models in files: its configuration lists no {@code
     * populations} of some nodes, or its components name a folder with models of synapses. Circuits of the extended form name folders too, but
     * leave that one empty: their synapses are in the edges.
     *
     * @param tree its configuration
     */
    public static boolean isPlain(JsonNode tree) {
        if (!tree.path("components").path("synaptic_models_dir").asString("").isEmpty()) {
            return true;
        }
        for (var entry : tree.path("networks").path("nodes")) {
            if (entry.path("populations").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /**
     * The configuration that a path means: itself, or in a folder {@code circuit_config.json} or {@code circuit_sonata.json}.
     *
     * @throws Problem NOT_FOUND where the folder has neither
     */
    public static Path located(Path path) {
        if (!Files.isDirectory(path)) {
            return path;
        }
        for (var name : USUAL_NAMES) {
            if (Files.isRegularFile(path.resolve(name))) {
                return path.resolve(name);
            }
        }
        throw new Problem(
                Kind.NOT_FOUND,
                "SONATA_FILE_NOT_FOUND",
                "The folder '%s' has none of %s.".formatted(path, USUAL_NAMES),
                "Name the configuration of the circuit itself.",
                Map.of("folder", path.toString()));
    }

    /** The nodes of a population. */
    public NodePopulation nodes(String population) {
        var found = named(nodes, population);
        return NodePopulation.read(Path.of(found.file()), population, found.types());
    }

    /** The edges of a population. */
    public EdgePopulation edges(String population) {
        var found = named(edges, population);
        return EdgePopulation.read(Path.of(found.file()), population, found.types());
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
            Manifest manifest, JsonNode files, String kind, String usualType) {
        var found = new ArrayList<CircuitConfig.Population>();
        for (var entry : files) {
            var file = manifest.path(entry.path(kind + "s_file").asString(""));
            var written = entry.path(kind + "_types_file").asString("");
            var types = written.isEmpty() || written.equals("NULL")
                    ? ""
                    : manifest.path(written).toString();
            if (entry.path("populations").isEmpty()) {
                for (var name : Populations.names(file, kind + "s")) {
                    found.add(new CircuitConfig.Population(
                            name, Populations.type(types, usualType), file.toString(), types));
                }
            }
            entry.path("populations")
                    .properties()
                    .forEach(p -> found.add(new CircuitConfig.Population(
                            p.getKey(), p.getValue().path("type").asString(usualType), file.toString(), types)));
        }
        return found;
    }
}
