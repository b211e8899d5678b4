package io.brainwright.sonata;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;

/** The variables of a configuration, such as $BASE_DIR, and the paths that are written with them. */
public final class Manifest {
    private static final int LONGEST_PATH = 4096;

    private final Path config;
    private final SequencedMap<String, String> variables = new LinkedHashMap<>();

    /**
     * Reads the variables; one may use another that stands before it. {@code $configdir} is always there: the folder of the file.
     *
     * @param config the configuration, from whose folder paths start
     * @param tree its JSON
     */
    public Manifest(Path config, JsonNode tree) {
        this.config = config;
        variables.put("$configdir", String.valueOf(config.toAbsolutePath().getParent()));
        for (var entry : tree.path("manifest").properties()) {
            if (entry.getKey().length() < 2 || !entry.getKey().startsWith("$")) {
                throw wrong("the variable '%s' has no name such as $BASE_DIR".formatted(entry.getKey()));
            }
            variables.put(entry.getKey(), expanded(entry.getValue().asString("")));
        }
    }

    /** The file or folder that a path of the configuration means. */
    public Path path(String written) {
        var file = expanded(written);
        try {
            return config.toAbsolutePath().resolveSibling(file).normalize();
        } catch (InvalidPathException impossible) {
            throw wrong("'%s' is no path: %s".formatted(impossible.getInput(), impossible.getReason()));
        }
    }

    private String expanded(String path) {
        String result = path;
        for (var variable : variables.entrySet()) {
            result = result.replace("${" + variable.getKey().substring(1) + "}", variable.getValue());
            result = result.replace(variable.getKey(), variable.getValue());
            if (result.length() > LONGEST_PATH) {
                throw wrong("a path has more than %d characters".formatted(LONGEST_PATH));
            }
        }
        return result;
    }

    private Problem wrong(String what) {
        return new Problem(
                Kind.INVALID,
                "SONATA_CONFIG_WRONG",
                "In '%s' %s.".formatted(config, what),
                "Mend the manifest or the paths that use it.",
                Map.of("file", config.toString(), "fault", what));
    }
}
