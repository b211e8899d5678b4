package io.brainwright.sonata.inspect;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.circuit.SonataCircuit;
import io.brainwright.sonata.hdf5.Hdf5File;
import io.brainwright.sonata.hdf5.Stored;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What populations there are, how large, with which attributes; without reading the values.
 *
 * @param path what was looked at
 * @param populations in the order of the files
 */
public record Inspection(Path path, List<Summary> populations) {
    public Inspection {
        populations = List.copyOf(populations);
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
     * @param attributes names, sorted
     */
    public record Summary(
            String kind, String name, String type, Path file, long count, String between, List<String> attributes) {
        public Summary {
            attributes = List.copyOf(attributes);
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
        var found = path.toString().endsWith(".json") ? ofCircuit(SonataCircuit.open(path)) : ofFile(path, "");
        if (found.isEmpty()) {
            throw new Problem(
                    Kind.INVALID,
                    "SONATA_NOTHING_FOUND",
                    "'%s' holds no SONATA population.".formatted(path),
                    "A SONATA file has one of the groups nodes, edges, spikes, report.",
                    Map.of("file", path.toString()));
        }
        return new Inspection(path, found);
    }

    private static List<Summary> ofCircuit(SonataCircuit circuit) {
        var found = new LinkedHashSet<Summary>();
        for (var population : circuit.nodes()) {
            pick(found, "nodes", population.name(), ofFile(Path.of(population.file()), population.type()));
        }
        for (var population : circuit.edges()) {
            pick(found, "edges", population.name(), ofFile(Path.of(population.file()), population.type()));
        }
        return List.copyOf(found);
    }

    private static void pick(LinkedHashSet<Summary> found, String kind, String name, List<Summary> candidates) {
        candidates.stream()
                .filter(s -> s.kind().equals(kind) && s.name().equals(name))
                .forEach(found::add);
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
        if (!(population.getChildren().get("0") instanceof Group group)) {
            return Stored.datasets(population);
        }
        var names = new ArrayList<>(Stored.datasets(group));
        if (group.getChildren().get("dynamics_params") instanceof Group dynamics) {
            Stored.datasets(dynamics).forEach(name -> names.add("dynamics_params/" + name));
        }
        return names;
    }
}
