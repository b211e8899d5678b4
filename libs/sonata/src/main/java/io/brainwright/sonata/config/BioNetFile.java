package io.brainwright.sonata.config;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.JsonFile;
import io.brainwright.sonata.Manifest;
import io.brainwright.sonata.circuit.SonataCircuit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A simulation of a plain Allen circuit, as the BioNet of the Brain Modeling ToolKit takes it (Dai et al. 2020, doi
 * 10.1371/journal.pcbi.1008386; SONATA: doi 10.1371/journal.pcbi.1007696). Paths start at the folder of the file in which they stand.
 *
 * @param simulation what it has in common with the extended form; neither inputs nor overrides
 * @param step_um BMTK's dL: a section has 1 + 2 floor(length / (2 dL)) compartments
 * @param components where models lie
 * @param spikes spike trains of virtual nodes, in order
 * @param clamps currents, in order
 * @param nodeSets node sets that are written where they are used, by name
 * @param spikesTable name of the table of spikes; empty: none is asked for
 */
public record BioNetFile(
        SimulationFile simulation,
        double step_um,
        Components components,
        List<BioNetInput.Spikes> spikes,
        List<BioNetInput.Clamp> clamps,
        Map<String, JsonNode> nodeSets,
        Optional<String> spikesTable) {
    public BioNetFile {
        spikes = List.copyOf(spikes);
        clamps = List.copyOf(clamps);
        nodeSets = Map.copyOf(nodeSets);
    }

    /**
     * Folders of section {@code components}.
     *
     * @param file in which the section stands
     * @param folders by key, {@code morphologies_dir} and so on
     */
    public record Components(Path file, Map<String, Path> folders) {
        private static final List<String> KEYS = List.of(
                "morphologies_dir",
                "biophysical_neuron_models_dir",
                "point_neuron_models_dir",
                "synaptic_models_dir",
                "mechanisms_dir",
                "templates_dir");

        public Components {
            folders = Map.copyOf(folders);
        }

        /** The folder of a key; empty where the section does not name it. */
        public Optional<Path> folder(String key) {
            return Optional.ofNullable(folders.get(key));
        }

        private static Components read(Path file, JsonNode tree, List<FieldFault> faults) {
            var manifest = new Manifest(file, tree);
            var section = new ConfigObject(tree.path("components"), file.getFileName() + "#/components", faults);
            var folders = new java.util.HashMap<String, Path>();
            for (var key : KEYS) {
                section.optionalText(key).ifPresent(written -> folders.put(key, manifest.path(written)));
            }
            section.end();
            return new Components(file, folders);
        }
    }

    /** Whether a file is of this form: it names its parts, holds the network itself, or its circuit is a plain one. */
    public static boolean looksLike(Path file) {
        var tree = JsonFile.read(file);
        if (names(tree, "simulation") || tree.path("networks").isObject()) {
            return true;
        }
        var circuit = circuit(file, tree);
        return Files.isRegularFile(circuit) && SonataCircuit.isPlain(JsonFile.read(circuit));
    }

    private static boolean names(JsonNode tree, String part) {
        return tree.path(part).isString();
    }

    private static Path circuit(Path file, JsonNode tree) {
        return names(tree, "network") || !tree.path("networks").isObject()
                ? new Manifest(file, tree).path(tree.path("network").asString("circuit_config.json"))
                : file;
    }

    /**
     * Reads a configuration.
     *
     * @throws Problem INVALID with every key that is unknown, missing, wrong or not supported, by JSON pointer
     */
    public static BioNetFile read(Path file) {
        var tree = JsonFile.read(file);
        if (!names(tree, "simulation")) {
            return read(file, tree, circuit(file, tree));
        }
        var simulation = new Manifest(file, tree).path(tree.path("simulation").asString());
        return read(simulation, JsonFile.read(simulation), circuit(file, tree));
    }

    private static BioNetFile read(Path file, JsonNode tree, Path circuit) {
        var faults = new ArrayList<FieldFault>();
        var manifest = new Manifest(file, tree);
        var root = new ConfigObject(tree, "", faults);
        for (var known : List.of("version", "manifest", "metadata", "network", "networks", "components")) {
            root.raw(known);
        }
        root.word("target_simulator", "NEURON", "NEURON", "CORENEURON", "BRAINWRIGHT");
        if (!root.has("run")) {
            root.fault("run", "is missing");
        }
        var section = root.object("run");
        double step_um = section.positive("dL", BioNetSections.STEP_UM);
        var run = BioNetSections.run(section);
        var folder = new OutputFolder(root.object("output"), manifest);
        var sets = new InlineSets();
        var inputs = new BioNetInputs(root, manifest, sets);
        var circuitTree = circuit.equals(file) ? tree : JsonFile.read(circuit);
        boolean there = circuitTree.has("components");
        var read = new BioNetFile(
                new SimulationFile(
                        file,
                        circuit,
                        root.optionalText("node_sets_file")
                                .filter(f -> !f.isEmpty())
                                .map(manifest::path),
                        Optional.empty(),
                        run,
                        folder.settings(),
                        BioNetSections.conditions(root.object("conditions")),
                        List.of(),
                        BioNetSections.reports(root, run, folder, sets),
                        List.of()),
                step_um,
                Components.read(there ? circuit : file, there ? circuitTree : tree, faults),
                inputs.spikes(),
                inputs.clamps(),
                sets.rules(),
                folder.table());
        root.end();
        if (!faults.isEmpty()) {
            throw Problem.invalid("'%s' cannot be simulated.".formatted(file), faults);
        }
        return read;
    }
}
