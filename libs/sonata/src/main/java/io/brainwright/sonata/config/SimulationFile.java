package io.brainwright.sonata.config;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.JsonFile;
import io.brainwright.sonata.Manifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A simulation as a SONATA configuration asks for it.
 *
 * @param file the configuration
 * @param circuit configuration of the circuit
 * @param nodeSetsFile node sets that come before the circuit's own
 * @param nodeSet cells to simulate; empty: all that are not virtual
 * @param run duration, step, seeds
 * @param output where results go
 * @param conditions of the experiment
 * @param inputs stimuli, in order
 * @param reports that are enabled, in order
 * @param overrides of connections, in order; a later one wins
 */
public record SimulationFile(
        Path file,
        Path circuit,
        Optional<Path> nodeSetsFile,
        Optional<String> nodeSet,
        RunSettings run,
        OutputSettings output,
        ConditionSettings conditions,
        List<InputRequest> inputs,
        List<ReportRequest> reports,
        List<ConnectionOverride> overrides) {
    public SimulationFile {
        inputs = List.copyOf(inputs);
        reports = List.copyOf(reports);
        overrides = List.copyOf(overrides);
    }

    /** Whether a file looks like one: a section {@code run} with SONATA's {@code tstop}, or BMTK's name of the file that has it. */
    public static boolean looksLike(Path file) {
        var tree = JsonFile.read(file);
        return tree.path("run").has("tstop") || tree.path("simulation").isString();
    }

    /**
     * Reads a configuration.
     *
     * @throws Problem INVALID with every key that is unknown, missing, wrong or not supported, by JSON pointer
     */
    public static SimulationFile read(Path file) {
        var tree = JsonFile.read(file);
        var faults = new ArrayList<FieldFault>();
        var manifest = new Manifest(file, tree);
        var root = new ConfigObject(tree, "", faults);
        for (var forPeople : List.of("version", "manifest", "metadata")) {
            root.raw(forPeople);
        }
        root.word("target_simulator", "NEURON", "NEURON", "CORENEURON", "BRAINWRIGHT");
        if (root.raw("beta_features").size() > 0) {
            root.fault("beta_features", "none is known; leave the section out");
        }
        if (!root.has("run")) {
            root.fault("run", "is missing");
        }
        var read = new SimulationFile(
                file,
                manifest.path(root.optionalText("network").orElse("circuit_config.json")),
                root.optionalText("node_sets_file").filter(f -> !f.isEmpty()).map(manifest::path),
                root.optionalText("node_set"),
                RunSettings.read(root.object("run"), manifest),
                OutputSettings.read(root.object("output"), manifest),
                ConditionSettings.read(root.object("conditions")),
                InputRequest.read(root, manifest),
                ReportRequest.read(root),
                ConnectionOverride.read(root));
        root.end();
        if (!faults.isEmpty()) {
            throw Problem.invalid("'%s' cannot be simulated.".formatted(file), faults);
        }
        return read;
    }
}
