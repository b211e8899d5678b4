package io.brainwright.render.view;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.Map;
import java.util.Optional;

/**
 * The datasets that one view shows.
 *
 * @param id the dataset that was asked for: a run, a wiring, or grown shapes
 * @param cells where cells stand
 * @param morphologies their shapes, if they were grown
 * @param synapses their contacts, if any
 * @param run what was simulated, if anything
 */
public record ViewedCircuit(
        DatasetId id,
        DatasetId cells,
        Optional<DatasetId> morphologies,
        Optional<DatasetId> synapses,
        Optional<DatasetId> run) {
    private static final String CELLS = "cells";
    private static final String SHAPES = "morphologies";

    /**
     * Finds what belongs together, by what a dataset was made from.
     *
     * @throws Problem NOT_A_CIRCUIT where a dataset has no cells behind it
     */
    public static ViewedCircuit of(Datasets datasets, DatasetId id) {
        var manifest = datasets.manifest(id);
        var run = has(manifest, "compartment_report") ? Optional.of(id) : Optional.<DatasetId>empty();
        return new ViewedCircuit(
                id,
                find(datasets, manifest, CELLS).orElseThrow(() -> noCells(manifest)),
                find(datasets, manifest, SHAPES),
                find(datasets, manifest, "synapses"),
                run);
    }

    private static Optional<DatasetId> find(Datasets datasets, Manifest manifest, String table) {
        if (has(manifest, table)) {
            return Optional.of(manifest.id());
        }
        for (var input : manifest.inputs()) {
            if (has(datasets.manifest(input), table)) {
                return Optional.of(input);
            }
        }
        for (var input : manifest.inputs()) {
            var deeper = find(datasets, datasets.manifest(input), table);
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }

    private static boolean has(Manifest manifest, String table) {
        return manifest.tables().stream().anyMatch(t -> t.name().equals(table));
    }

    private static Problem noCells(Manifest manifest) {
        return new Problem(
                Kind.INVALID,
                "NOT_A_CIRCUIT",
                "Dataset %s of stage %s has no cells behind it, so there is nothing to draw in three dimensions."
                        .formatted(manifest.id().brief(), manifest.stage()),
                "Show a run, a wiring, grown morphologies, or placed cells.",
                Map.of("dataset", manifest.id().hex(), "stage", manifest.stage(), "missing", CELLS));
    }
}
