package io.brainwright.sonata.edit;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.JsonFile;
import io.brainwright.sonata.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Copies all that a configuration names into a folder of its own: HDF5 files, tables, morphologies, templates, node sets; byte by
 * byte. What lies outside the configuration's folder comes under {@code outside/}, and its path in the configuration with it; all
 * else of the configuration stays, keys that nobody here knows included.
 */
final class CircuitFolder {
    private static final String OUTSIDE = "outside";

    private final Path home;
    private final Manifest manifest;
    private final Path to;
    private final Map<Path, Path> copied = new LinkedHashMap<>();

    private CircuitFolder(Path config, JsonNode tree, Path to) {
        this.home = Objects.requireNonNull(config.toAbsolutePath().normalize().getParent(), "a file lies in a folder");
        this.manifest = new Manifest(config, tree);
        this.to = to;
    }

    /**
     * Makes a folder, complete or not at all.
     *
     * @param config of the circuit
     * @param to must not exist
     * @param more changes the copy, which lies at the path that it gets, before it becomes visible
     * @return the configuration of the copy
     */
    static Path copy(Path config, Path to, Consumer<Path> more) {
        var tree = JsonFile.read(config);
        var target = to.toAbsolutePath().normalize();
        var part = target.resolveSibling(target.getFileName() + ".part");
        requireFree(target);
        requireFree(part);
        try {
            var folder = new CircuitFolder(config, tree, part);
            if (target.startsWith(folder.home)) {
                throw refused("OUT_INSIDE_CIRCUIT", to, "lies inside the circuit itself", "Name a folder beside it.");
            }
            Files.createDirectories(part);
            var name = config.getFileName();
            JsonFile.write(part.resolve(name), folder.moved(tree));
            more.accept(part.resolve(name));
            Files.move(part, target);
            return target.resolve(name);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + to, failed);
        } finally {
            delete(part);
        }
    }

    private JsonNode moved(JsonNode tree) {
        var copy = tree.deepCopy();
        if (copy instanceof ObjectNode object) {
            for (var key : new String[] {"networks", "components", "node_sets_file"}) {
                if (object.has(key)) {
                    object.set(key, placed(object.get(key)));
                }
            }
            if (object.get("manifest") instanceof ObjectNode variables) {
                variables.properties().forEach(e -> relative(variables, e.getKey(), e.getValue()));
            }
        }
        return copy;
    }

    /** A variable that is an absolute path would lead back to where the copy came from. */
    private void relative(ObjectNode variables, String name, JsonNode value) {
        var written = value.asString("");
        if (Path.of(written).isAbsolute()) {
            variables.set(name, new StringNode(placeOf(Path.of(written).normalize())));
        }
    }

    private JsonNode placed(JsonNode node) {
        switch (node) {
            case ObjectNode object -> object.properties().forEach(e -> object.set(e.getKey(), placed(e.getValue())));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, placed(array.get(i)));
                }
            }
            default -> {
                return node.isString() ? path(node) : node;
            }
        }
        return node;
    }

    private JsonNode path(JsonNode written) {
        var text = written.asString();
        if (text.isBlank() || text.equals("NULL")) {
            return written;
        }
        Path found = manifest.path(text);
        if (!Files.exists(found) || found.equals(home)) {
            return written;
        }
        var place = placeOf(found);
        bring(found, to.resolve(place));
        boolean stays = found.startsWith(home) && !absolute(text);
        return stays ? written : new StringNode("./" + place);
    }

    private boolean absolute(String written) {
        return Path.of(written).isAbsolute();
    }

    /** Where a file comes to lie, relative to the configuration. */
    private String placeOf(Path found) {
        if (found.startsWith(home)) {
            var inside = home.relativize(found).toString();
            return inside.isEmpty() ? "." : inside;
        }
        var up = home.relativize(found).normalize();
        var below = new StringBuilder(OUTSIDE);
        for (var name : up) {
            if (!name.toString().equals("..")) {
                below.append('/').append(name);
            }
        }
        return below.toString();
    }

    private void bring(Path from, Path place) {
        if (copied.putIfAbsent(from, place) != null) {
            return;
        }
        try {
            Files.walkFileTree(from, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    var target = from.equals(file)
                            ? place
                            : place.resolve(from.relativize(file).toString());
                    if (!Files.exists(target)) {
                        Files.createDirectories(target.getParent());
                        Files.copy(file, target);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot copy " + from, failed);
        }
    }

    private static void requireFree(Path place) {
        if (Files.exists(place)) {
            throw refused("OUT_EXISTS", place, "exists already", "Name another folder, or take it away first.");
        }
    }

    private static Problem refused(String reason, Path place, String what, String remedy) {
        return new Problem(
                Kind.PRECONDITION,
                reason,
                "'%s' %s.".formatted(place, what),
                remedy,
                Map.of("folder", place.toString()));
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException none) throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            System.getLogger(CircuitFolder.class.getName())
                    .log(System.Logger.Level.WARNING, "Left behind: {0} ({1})", folder, failed.getMessage());
        }
    }
}
