package io.brainwright.library.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.library.v1.ReleaseRequest;
import io.brainwright.sonata.circuit.CircuitConfig.Population;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** What a release holds beside neurons: astrocytes, vessels, end-feet and wrapped synapses, each where the request names it. */
final class ReleasedGlia {
    private final Datasets datasets;
    private final ReleaseRequest request;
    private final Path folder;
    private final BiConsumer<String, Integer> report;
    private final List<Population> nodes = new ArrayList<>();
    private final List<Population> edges = new ArrayList<>();

    /** @param report told what was written, and how many */
    ReleasedGlia(Datasets datasets, ReleaseRequest request, Path folder, BiConsumer<String, Integer> report) {
        this.datasets = datasets;
        this.request = request;
        this.folder = folder;
        this.report = report;
    }

    /** Adds what the edges lack: both their ends, and that they were made between those. */
    static void check(ReleaseRequest request, Datasets datasets, List<FieldFault> faults) {
        if (request.hasEndfeet()) {
            madeFrom(datasets, "endfeet", request.getEndfeet(), "astrocytes", request.getAstrocytes(), faults);
            madeFrom(datasets, "endfeet", request.getEndfeet(), "vessels", request.getVessels(), faults);
        }
        if (request.hasWrapped()) {
            madeFrom(datasets, "wrapped", request.getWrapped(), "astrocytes", request.getAstrocytes(), faults);
            madeFrom(datasets, "wrapped", request.getWrapped(), "synapses", request.getSynapses(), faults);
        }
    }

    private static void madeFrom(
            Datasets datasets, String field, DatasetRef made, String input, DatasetRef from, List<FieldFault> faults) {
        if (from.getId().isEmpty()) {
            faults.add(new FieldFault(input, "is absent; '%s' are edges of them".formatted(field)));
        } else if (!datasets.manifest(new DatasetId(made.getId())).inputs().contains(new DatasetId(from.getId()))) {
            faults.add(new FieldFault(
                    field,
                    "dataset %s was not made from the %s %s; give those that belong together"
                            .formatted(brief(made), input, brief(from))));
        }
    }

    private static String brief(DatasetRef ref) {
        return new DatasetId(ref.getId()).brief();
    }

    void write(ReleasedCells cells, String population, ReleasedSynapses synapses, Map<String, Object> nodeSets) {
        var astrocytes = astrocytes(nodeSets);
        var vessels = vessels(nodeSets);
        if (request.hasEndfeet()) {
            var feet = datasets.read(id(request.getEndfeet()), "endfeet");
            report.accept(
                    "end-feet", ReleasedEndfeet.write(feet, vessels.orElseThrow(), astrocytes.orElseThrow(), folder));
            edges.add(new Population(ReleasedEndfeet.EDGES, "endfoot", ReleasedEndfeet.FILE)
                    .with("endfeet_meshes_file", ReleasedEndfeet.AREAS));
        }
        if (request.hasWrapped()) {
            var rows = datasets.read(id(request.getWrapped()), "wrapped_synapses");
            report.accept(
                    "wrapped synapses",
                    ReleasedWrapped.write(rows, astrocytes.orElseThrow(), cells, population, synapses, folder));
            edges.add(new Population(ReleasedWrapped.edges(population), "synapse_astrocyte", ReleasedWrapped.FILE));
        }
    }

    /** None where the column holds none: SONATA has no population without nodes. */
    private Optional<ReleasedAstrocytes> astrocytes(Map<String, Object> nodeSets) {
        if (!request.hasAstrocytes()) {
            return Optional.empty();
        }
        var astrocytes = new ReleasedAstrocytes(datasets, id(request.getAstrocytes()));
        report.accept("astrocytes", astrocytes.count());
        if (astrocytes.count() == 0) {
            return Optional.empty();
        }
        astrocytes.write(folder);
        ReleasedDomains.write(datasets, id(request.getAstrocytes()), astrocytes, folder);
        nodes.add(new Population(ReleasedAstrocytes.POPULATION, "astrocyte", ReleasedAstrocytes.FILE)
                .with("morphologies_dir", ReleasedAstrocytes.SHAPES)
                .with("microdomains_file", ReleasedDomains.FILE));
        nodeSets.put("Astrocytes", Map.of("population", ReleasedAstrocytes.POPULATION));
        return Optional.of(astrocytes);
    }

    private Optional<ReleasedVessels> vessels(Map<String, Object> nodeSets) {
        if (!request.hasVessels()) {
            return Optional.empty();
        }
        var rows = datasets.read(id(request.getVessels()), "vessels");
        var vessels = new ReleasedVessels(rows);
        vessels.write(folder);
        report.accept("pieces of vessels", vessels.count());
        nodes.add(new Population(ReleasedVessels.POPULATION, "vasculature", ReleasedVessels.FILE)
                .with("vasculature_file", ReleasedVessels.SECTIONS)
                .with("vasculature_mesh", ReleasedVessels.MESH));
        nodeSets.put("Vessels", Map.of("population", ReleasedVessels.POPULATION));
        for (var kind : new TreeSet<>(List.of(rows.texts("kind")))) {
            var name = Character.toUpperCase(kind.charAt(0)) + kind.substring(1).replaceAll("y$", "ie") + "s";
            nodeSets.put(name, Map.of("population", ReleasedVessels.POPULATION, "kind", kind));
        }
        return Optional.of(vessels);
    }

    /** Node populations that were written. */
    List<Population> nodes() {
        return nodes;
    }

    /** Edge populations that were written. */
    List<Population> edges() {
        return edges;
    }

    private static DatasetId id(DatasetRef ref) {
        return new DatasetId(ref.getId());
    }
}
