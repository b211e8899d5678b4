package io.brainwright.agents.run;

import io.brainwright.agents.plan.Step;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was built last in a workspace: {@code studies/circuit.json}. A plan without upstream steps runs on it.
 *
 * @param name as the scientist calls it
 * @param datasets dataset id by stage: "atlas", "placement", "synthesis", "connectome"
 * @param steps the steps that made them
 * @param runs the simulations that ran on it last
 */
public record CircuitRecord(String name, Map<String, String> datasets, List<Step> steps, List<Run> runs) {
    private static final String FILE = "circuit.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public CircuitRecord {
        datasets = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(datasets));
        steps = List.copyOf(steps);
        runs = List.copyOf(runs);
    }

    /**
     * A simulation of the record.
     *
     * @param variant name of the variant
     * @param under swept values by path
     * @param repeat which repeat
     * @param params parameters of sim.run
     * @param cells id of the placed cells
     * @param morphologies id of their shapes
     * @param synapses id of the synapses, which an edit may have changed; null: none
     * @param simulation id of the run
     */
    public record Run(
            String variant,
            Map<String, JsonNode> under,
            int repeat,
            ObjectNode params,
            String cells,
            String morphologies,
            @Nullable String synapses,
            String simulation) {}

    static Path file(Path workspace) {
        return workspace.resolve("studies").resolve(FILE);
    }

    /** The record of a workspace; empty where nothing was built yet. */
    public static Optional<CircuitRecord> read(Path workspace) {
        var file = file(workspace);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), CircuitRecord.class));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (JacksonException broken) {
            throw new Problem(
                    Kind.INVALID,
                    "CIRCUIT_RECORD_UNREADABLE",
                    "%s cannot be read: %s".formatted(file, broken.getOriginalMessage()),
                    "Delete it and build the circuit again: what was built is found in the catalogue.",
                    Map.of("file", file.toString()),
                    List.of(),
                    broken);
        }
    }

    /** Writes the record; a reader sees the old one or the new one, never half of one. */
    public void write(Path workspace) {
        var file = file(workspace);
        try {
            Files.createDirectories(file.getParent());
            var draft = file.resolveSibling(FILE + ".new");
            Files.writeString(draft, JSON.writeValueAsString(this) + "\n");
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Parameters of the step of an action; empty where it was not built so. */
    public ObjectNode params(String action) {
        return steps.stream()
                .filter(s -> s.action().equals(action))
                .findFirst()
                .map(Step::params)
                .orElseGet(() -> JsonMapper.shared().createObjectNode());
    }
}
