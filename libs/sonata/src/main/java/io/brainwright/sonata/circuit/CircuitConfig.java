package io.brainwright.sonata.circuit;

import io.brainwright.sonata.JsonFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a circuit consists of: {@code circuit_config.json}. Paths are relative to the configuration.
 *
 * @param nodes node populations with their files
 * @param edges edge populations with their files; empty where cells are not connected
 * @param nodeSetsFile names of groups of nodes
 * @param morphologiesDir folder of the morphologies, {@code <morphology>.swc} and {@code <morphology>.h5}
 * @param modelsDir folder of the cell templates, {@code <NAME>.hoc}
 */
public record CircuitConfig(
        List<Population> nodes, List<Population> edges, String nodeSetsFile, String morphologiesDir, String modelsDir) {
    private static final double VERSION = 2.4; // SONATA extension, documentation 0.0.52

    public CircuitConfig {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * A population and its file.
     *
     * @param name its name
     * @param type {@code biophysical} for nodes, {@code chemical} for edges, and others
     * @param file the HDF5 file
     * @param typesFile the table of node or edge types; empty where there is none
     * @param components further files and folders that its type has, by their names in SONATA: {@code vasculature_mesh} and the like
     */
    public record Population(String name, String type, String file, String typesFile, Map<String, String> components) {
        public Population {
            components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
        }

        /** A population without further files. */
        public Population(String name, String type, String file, String typesFile) {
            this(name, type, file, typesFile, Map.of());
        }

        /** A population without a table of types. */
        public Population(String name, String type, String file) {
            this(name, type, file, "");
        }

        /** The same with a further file or folder, its path relative to the configuration. */
        public Population with(String component, String path) {
            var more = new LinkedHashMap<>(components);
            more.put(component, path);
            return new Population(name, type, file, typesFile, more);
        }

        /** The same with a table of types beside its file, which BMTK cannot do without. */
        public Population typed() {
            return new Population(name, type, file, file.replaceAll("\\.h5$", "_types.csv"), components);
        }

        /** Where the table of types lies. */
        public Optional<Path> types() {
            return typesFile.isEmpty() ? Optional.empty() : Optional.of(Path.of(typesFile));
        }
    }

    /** Writes {@code circuit_config.json} and the tables of types: one row, of the type -1 that every node or edge has. */
    public void write(Path folder) {
        types(folder, "node", nodes);
        types(folder, "edge", edges);
        JsonFile.write(folder.resolve("circuit_config.json"), tree());
    }

    private static void types(Path folder, String kind, List<Population> populations) {
        for (var population : populations) {
            population.types().ifPresent(file -> {
                var table = "%s_type_id population\n-1 %s\n".formatted(kind, population.name());
                try {
                    Files.writeString(folder.resolve(file), table);
                } catch (IOException failed) {
                    throw new UncheckedIOException("cannot write " + folder.resolve(file), failed);
                }
            });
        }
    }

    /** As a tree, ready for JSON. */
    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("version", VERSION);
        tree.put("manifest", Map.of("$BASE_DIR", "."));
        tree.put("node_sets_file", "$BASE_DIR/" + nodeSetsFile);
        tree.put("networks", ordered("nodes", files(nodes, "node"), "edges", files(edges, "edge")));
        tree.put("metadata", Map.of("status", "complete"));
        return tree;
    }

    private List<Object> files(List<Population> populations, String kind) {
        var list = new ArrayList<Object>();
        for (var population : populations) {
            var properties = new LinkedHashMap<String, Object>();
            properties.put("type", population.type());
            if (population.type().equals("biophysical")) {
                properties.put("morphologies_dir", "$BASE_DIR/" + morphologiesDir);
                properties.put("alternate_morphologies", Map.of("h5v1", "$BASE_DIR/" + morphologiesDir));
                properties.put("biophysical_neuron_models_dir", "$BASE_DIR/" + modelsDir);
            }
            population.components().forEach((name, path) -> properties.put(name, "$BASE_DIR/" + path));
            var entry = ordered(
                    kind + "s_file",
                    "$BASE_DIR/" + population.file(),
                    "populations",
                    Map.of(population.name(), properties));
            population.types().ifPresent(file -> entry.put(kind + "_types_file", "$BASE_DIR/" + file));
            list.add(entry);
        }
        return list;
    }

    private static Map<String, Object> ordered(String key1, Object value1, String key2, Object value2) {
        var map = new LinkedHashMap<String, Object>();
        map.put(key1, value1);
        map.put(key2, value2);
        return map;
    }
}
