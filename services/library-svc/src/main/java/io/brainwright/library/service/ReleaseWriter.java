package io.brainwright.library.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.library.model.release.CellTemplate;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.Progress;
import io.brainwright.proto.library.v1.ReleaseRequest;
import io.brainwright.proto.library.v1.ReleaseResult;
import io.brainwright.sonata.JsonFile;
import io.brainwright.sonata.circuit.CircuitConfig;
import io.brainwright.sonata.circuit.EdgesWriter;
import io.brainwright.sonata.circuit.NodeSets;
import io.brainwright.sonata.circuit.NodesWriter;
import io.brainwright.sonata.hdf5.Columns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Writes datasets as a SONATA folder that libsonata, bluepysnap and their kin open. */
final class ReleaseWriter {
    private static final String POPULATION = "neurons";
    private static final String EDGES = POPULATION + "__" + POPULATION + "__chemical";
    private static final Set<String> ENDS = Set.of("source_node_id", "target_node_id");

    private final Datasets datasets;

    ReleaseWriter(Datasets datasets) {
        this.datasets = datasets;
    }

    /** @throws Problem INVALID with all faults of the request together */
    void check(ReleaseRequest request) {
        var faults = new ArrayList<FieldFault>();
        if (!request.hasCells()) {
            faults.add(new FieldFault("cells", "is absent; name the dataset of the placed cells"));
        }
        if (!request.hasMorphologies()) {
            faults.add(new FieldFault("morphologies", "is absent; name the dataset of their shapes"));
        }
        ReleasedGlia.check(request, datasets, faults);
        ReleaseFolder.check(request.getDirectory(), faults);
        if (!faults.isEmpty()) {
            throw Problem.invalid("This circuit cannot be released.", faults);
        }
    }

    ReleaseResult write(ReleaseRequest request, Consumer<Progress> progress) {
        check(request);
        var directory = Path.of(request.getDirectory()).toAbsolutePath().normalize();
        var files = ReleaseFolder.write(directory, part -> content(request, part, progress));
        var result = ReleaseResult.newBuilder()
                .setCircuitConfig(directory.resolve("circuit_config.json").toString())
                .setBytes(files.stream().mapToLong(f -> f.toFile().length()).sum());
        if (request.hasSimulation()) {
            result.setSimulationConfig(
                    directory.resolve("simulation_config.json").toString());
        }
        files.forEach(f -> result.addFiles(directory.relativize(f).toString()));
        return result.build();
    }

    /** Threshold currents that the run needed, by our id; none where it needed none. */
    private Map<Long, Float> threshold_nA(ReleaseRequest request) {
        if (!request.hasSimulation()) {
            return Map.of();
        }
        var run = ReleasedRun.request(datasets, id(request.getSimulation().getId()));
        if (!run.hasThresholds()) {
            return Map.of();
        }
        var rows = datasets.read(id(run.getThresholds().getId()), "thresholds");
        var found = new HashMap<Long, Float>();
        for (int i = 0; i < rows.rowCount(); i++) {
            found.put(rows.longs("node_id")[i], rows.floats("threshold_current")[i]);
        }
        return found;
    }

    private void content(ReleaseRequest request, Path folder, Consumer<Progress> progress) {
        var cells = new ReleasedCells(datasets.read(id(request.getCells().getId()), "cells"), threshold_nA(request));
        NodesWriter.write(folder.resolve("nodes.h5"), POPULATION, cells.nodes(), cells.dynamics());
        report(progress, "cells", cells.count(), cells.count());
        for (var template : cells.templates()) {
            ReleaseFolder.text(folder.resolve("hoc/" + template + ".hoc"), CellTemplate.hoc(template, List.of("pas")));
        }
        var shapes = ReleasedShapes.write(
                datasets,
                id(request.getMorphologies().getId()),
                cells,
                folder.resolve("morphologies"),
                done -> report(progress, "morphologies", done, cells.count()));
        var synapses = edges(request, folder, cells, shapes, progress);
        if (request.hasThalamic()) {
            int made = ReleasedFibres.write(datasets, id(request.getThalamic().getId()), folder)
                    .edges(folder, POPULATION, cells, shapes);
            report(progress, "thalamic synapses", made, made);
        }
        if (request.hasGapJunctions()) {
            int made = ReleasedGaps.write(
                    datasets, id(request.getGapJunctions().getId()), folder, POPULATION, cells, shapes);
            report(progress, "gap junctions", made, made);
        }
        var nodeSets = NodeSets.of(POPULATION, cells.nodes());
        if (request.hasSimulation()) {
            new ReleasedRun(datasets, id(request.getSimulation().getId()), cells, shapes, POPULATION)
                    .write(folder, nodeSets);
            report(progress, "reports", 2, 2);
        }
        var glia = new ReleasedGlia(
                datasets, request, folder, (unit, written) -> report(progress, unit, written, written));
        glia.write(cells, POPULATION, synapses, nodeSets);
        JsonFile.write(folder.resolve("node_sets.json"), nodeSets);
        config(request, glia).write(folder);
        ReleaseFolder.text(folder.resolve("README.md"), ReleaseReadme.of(request, shapes.joined()));
    }

    private static CircuitConfig config(ReleaseRequest request, ReleasedGlia glia) {
        var nodes = new ArrayList<>(List.of(new CircuitConfig.Population(POPULATION, "biophysical", "nodes.h5")));
        var edges = new ArrayList<>(List.of(new CircuitConfig.Population(EDGES, "chemical", "edges.h5")));
        if (request.hasThalamic()) {
            nodes.add(new CircuitConfig.Population(ReleasedFibres.POPULATION, "virtual", ReleasedFibres.NODES));
            edges.add(new CircuitConfig.Population(ReleasedFibres.edges(POPULATION), "chemical", ReleasedFibres.EDGES));
        }
        if (request.hasGapJunctions()) {
            edges.add(
                    new CircuitConfig.Population(ReleasedGaps.population(POPULATION), "electrical", ReleasedGaps.FILE));
        }
        nodes.addAll(glia.nodes());
        edges.addAll(glia.edges());
        nodes.replaceAll(CircuitConfig.Population::typed);
        edges.replaceAll(CircuitConfig.Population::typed);
        return new CircuitConfig(nodes, edges, "node_sets.json", "morphologies", "hoc");
    }

    /** Cells that nothing connects have a population without edges: readers ask for one. */
    private ReleasedSynapses edges(
            ReleaseRequest request,
            Path folder,
            ReleasedCells cells,
            ReleasedShapes shapes,
            Consumer<Progress> progress) {
        long[] sources = new long[0];
        long[] targets = new long[0];
        var edges = new Columns(0);
        if (request.hasSynapses()) {
            var rows = datasets.read(id(request.getSynapses().getId()), "synapses");
            sources = cells.rows(rows.longs("source_node_id"));
            targets = cells.rows(rows.longs("target_node_id"));
            edges = SonataColumns.of(rows, ENDS);
            shapes.renumber(edges, "afferent", targets);
            shapes.renumber(edges, "efferent", sources);
        } else {
            for (var name : EdgesWriter.REQUIRED) {
                edges.put(name, EdgesWriter.isWhole(name) ? new int[0] : new float[0]);
            }
        }
        EdgesWriter.write(
                folder.resolve("edges.h5"),
                EDGES,
                new EdgesWriter.End(POPULATION, cells.count(), sources),
                new EdgesWriter.End(POPULATION, cells.count(), targets),
                edges);
        report(progress, "synapses", edges.rows(), edges.rows());
        return new ReleasedSynapses(EDGES, targets);
    }

    private static void report(Consumer<Progress> progress, String unit, long done, long total) {
        if (Thread.currentThread().isInterrupted()) {
            throw new Problem(
                    Kind.CANCELLED, "RELEASE_CANCELLED", "The release was stopped.", "Nothing was written.", Map.of());
        }
        progress.accept(Progress.newBuilder()
                .setVerb("written")
                .setUnit(unit)
                .setDone(done)
                .setTotal(total)
                .build());
    }

    private static DatasetId id(String hex) {
        return new DatasetId(hex);
    }
}
