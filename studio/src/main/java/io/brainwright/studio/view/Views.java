package io.brainwright.studio.view;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.render.view.CircuitView;
import io.brainwright.render.view.ViewedCircuit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Circuits that are being looked at; the few looked at last stay open. */
@Component
final class Views {
    private static final int OPEN = 4;
    private static final Set<String> SHOWN = Set.of("sim", "synthesis", "placement");

    private final Datasets finished;
    private final Datasets datasets;
    private final Map<DatasetId, CircuitView> open = new LinkedHashMap<>(8, 0.75f, true);

    Views(Datasets datasets) {
        this.finished = datasets;
        this.datasets = datasets.withGrowing();
    }

    CircuitView view(String id) {
        var dataset = new DatasetId(id);
        if (isGrowing(dataset) && !framesOfGrowing().containsKey(dataset)) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "NO_FRAMES_YET",
                    "The run %s has recorded nothing yet.".formatted(dataset.brief()),
                    "Wait a moment; it has just begun.",
                    Map.of("dataset", dataset.hex()));
        }
        synchronized (open) {
            var found = open.get(dataset);
            if (found == null) {
                found = CircuitView.open(datasets, ViewedCircuit.of(datasets, dataset));
                open.put(dataset, found);
                if (open.size() > OPEN) {
                    open.remove(open.keySet().iterator().next());
                }
            }
            return found;
        }
    }

    Datasets datasets() {
        return datasets;
    }

    /** Whether a dataset is still being made. */
    boolean isGrowing(DatasetId id) {
        return finished.growing().stream().anyMatch(m -> m.id().equals(id));
    }

    /** Runs that go on and of which a block of frames can be seen, with their number of frames. */
    Map<DatasetId, Long> framesOfGrowing() {
        return finished.growing().stream()
                .filter(m -> frames(m) >= CircuitView.FRAMES_PER_BLOCK)
                .collect(Collectors.toMap(Manifest::id, Views::frames));
    }

    /** What can be looked at, newest first; what is still growing before all. */
    List<Map<String, Object>> list() {
        var now = framesOfGrowing();
        return Stream.concat(
                        finished.growing().reversed().stream().filter(m -> now.containsKey(m.id())),
                        finished.list().reversed().stream())
                .filter(m -> SHOWN.contains(m.stage()))
                .map(m -> Map.<String, Object>of(
                        "id", m.id().hex(),
                        "stage", m.stage(),
                        "started_ms", m.startedMillis(),
                        "spikes", m.rows().getOrDefault("spikes", 0L),
                        "frames", frames(m),
                        "cells", m.rows().getOrDefault("morphologies", m.rows().getOrDefault("cells", 0L)),
                        "growing", now.containsKey(m.id())))
                .toList();
    }

    private static long frames(Manifest manifest) {
        return manifest.rows().getOrDefault("compartment_report", 0L);
    }
}
