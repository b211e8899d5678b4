package io.brainwright.sonata.check;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sonata.JsonFile;
import io.brainwright.sonata.Manifest;
import io.brainwright.sonata.circuit.CircuitConfig;
import io.brainwright.sonata.circuit.NodeSelection;
import io.brainwright.sonata.circuit.SonataCircuit;
import io.brainwright.sonata.inspect.Inspection;
import io.brainwright.sonata.table.TextTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Looks through a whole circuit: files, populations, types, ids, order, indices, delays, node sets, morphologies. Edges pass a few
 * megabytes at a time.
 */
public final class CircuitCheck {
    private static final List<String> CELL = List.of("morphology", "etype");
    private static final List<String> SYNAPSE = List.of(
            "afferent_section_id",
            "afferent_section_pos",
            "conductance",
            "decay_time",
            "depression_time",
            "facilitation_time",
            "u_syn",
            "delay",
            "syn_type_id");
    private static final List<String> PLAIN_CELL =
            List.of("model_type", "model_template", "model_processing", "dynamics_params", "morphology");
    private static final List<String> PLAIN_SYNAPSE =
            List.of("model_template", "dynamics_params", "syn_weight", "delay");

    private final SonataCircuit circuit;
    private final boolean plain;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Long> nodeCounts = new HashMap<>();

    private CircuitCheck(SonataCircuit circuit) {
        this.circuit = circuit;
        plain = SonataCircuit.isPlain(JsonFile.read(circuit.config()));
    }

    /**
     * All findings, those of nodes first.
     *
     * @throws Problem where the configuration itself cannot be read
     */
    public static List<Finding> of(SonataCircuit circuit) {
        var check = new CircuitCheck(circuit);
        check.configuration();
        for (var population : circuit.nodes()) {
            check.guarded(population, () -> check.nodes(population));
        }
        for (var population : circuit.edges()) {
            check.guarded(population, () -> check.edges(population));
        }
        check.nodeSets();
        return List.copyOf(check.findings);
    }

    private void guarded(CircuitConfig.Population population, Runnable look) {
        try {
            look.run();
        } catch (Problem problem) {
            findings.add(Finding.of(population.name(), problem));
        }
    }

    private void configuration() {
        var tree = JsonFile.read(circuit.config());
        var manifest = new Manifest(circuit.config(), tree);
        for (var kind : List.of("nodes", "edges")) {
            for (var file : tree.path("networks").path(kind)) {
                if (file.path("populations").isEmpty()) {
                    findings.add(new Finding(
                            false,
                            "POPULATIONS_NOT_LISTED",
                            file.path(kind + "_file").asString(""),
                            "The configuration lists no populations of this file; libsonata and bluepysnap then see"
                                    + " none.",
                            "'brainwright sonata copy --complete' lists them."));
                }
            }
        }
        for (var key : tree.path("components").properties()) {
            var path = key.getValue().asString("");
            if (!path.isEmpty() && !Files.exists(manifest.path(path))) {
                findings.add(new Finding(
                        false,
                        "COMPONENT_NOT_FOUND",
                        "components." + key.getKey(),
                        "There is no '%s'.".formatted(manifest.path(path)),
                        "Put it there, or name where it lies."));
            }
        }
    }

    private void nodes(CircuitConfig.Population population) {
        var nodes = circuit.nodes(population.name());
        nodeCounts.put(population.name(), (long) nodes.nodes().rows());
        if (population.type().equals("biophysical")) {
            needed(population.name(), nodes.nodes().names(), plain ? PLAIN_CELL : CELL);
        }
        if (population.type().equals("biophysical") && nodes.nodes().has("morphology")) {
            findings.addAll(new ShapesCheck(circuit, population.name()).findings(nodes.nodes()));
        }
    }

    private void edges(CircuitConfig.Population population) {
        findings.addAll(new EdgesCheck(population, nodeCounts).findings());
        if (population.type().equals("chemical")) {
            var names = Inspection.of(Path.of(population.file())).populations().stream()
                    .filter(p -> p.kind().equals("edges") && p.name().equals(population.name()))
                    .flatMap(p -> p.attributes().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            population
                    .types()
                    .ifPresent(types -> names.addAll(TextTable.read(types, ' ').header()));
            needed(population.name(), names, plain ? PLAIN_SYNAPSE : SYNAPSE);
        }
    }

    private void needed(String where, Set<String> names, List<String> needed) {
        var missing = needed.stream().filter(name -> !names.contains(name)).toList();
        if (!missing.isEmpty()) {
            findings.add(new Finding(
                    false,
                    "NOT_SIMULATED",
                    where,
                    "There is no %s, without which 'brainwright sim run' cannot use them.".formatted(missing),
                    "'brainwright sonata extend --property' adds attributes from a table."));
        }
    }

    private void nodeSets() {
        var file = circuit.nodeSetsFile();
        if (file.isEmpty()) {
            return;
        }
        try {
            var selection = new NodeSelection(circuit, Optional.empty());
            for (var set : JsonFile.read(file.get()).properties()) {
                look(selection, set.getKey());
            }
        } catch (Problem problem) {
            findings.add(Finding.of(name(file.get()), problem));
        }
    }

    /** A set that selects by what only other populations have is common in published files, and selects nothing here. */
    private void look(NodeSelection selection, String set) {
        try {
            selection.select(set);
        } catch (Problem problem) {
            findings.add(Finding.of(false, "node set " + set, problem));
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
