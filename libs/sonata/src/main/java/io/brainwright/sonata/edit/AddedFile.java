package io.brainwright.sonata.edit;

import io.brainwright.sonata.JsonFile;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A file that a configuration did not name. */
final class AddedFile {
    private AddedFile() {}

    /** A name that nothing has, relative to the configuration. */
    static String name(Path config, String population, String ending) {
        var plain = population.replaceAll("[^A-Za-z0-9_.-]", "_");
        var name = "%s/%s".formatted(plain, ending);
        for (int n = 2; Files.exists(config.resolveSibling(name)); n++) {
            name = "%s-%d/%s".formatted(plain, n, ending);
        }
        return name;
    }

    /** Names the file in the configuration, after those of its kind. */
    static void list(Path config, String kind, String file, String population, String type) {
        var tree = (ObjectNode) JsonFile.read(config);
        var networks = (ObjectNode) tree.get("networks");
        var files = networks.get(kind) instanceof ArrayNode array ? array : JsonNodeFactory.instance.arrayNode();
        var entry = files.addObject().put(kind + "_file", "./" + file);
        entry.putObject("populations").putObject(population).put("type", type);
        networks.set(kind, files);
        JsonFile.write(config, tree);
    }
}
