package io.brainwright.studio.view;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.render.view.CircuitView;
import io.brainwright.render.view.ViewedCircuit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Circuits that are being looked at; the few looked at last stay open. */
@Component
final class Views {
    private static final int OPEN = 4;

    private final Datasets datasets;
    private final Map<DatasetId, CircuitView> open = new LinkedHashMap<>(8, 0.75f, true);

    Views(Datasets datasets) {
        this.datasets = datasets;
    }

    CircuitView view(String id) {
        var dataset = new DatasetId(id);
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

    /** What can be looked at, newest first. */
    List<Map<String, Object>> list() {
        return datasets.list().reversed().stream()
                .filter(m -> m.stage().equals("sim") || m.stage().equals("synthesis"))
                .map(m -> Map.<String, Object>of(
                        "id", m.id().hex(),
                        "stage", m.stage(),
                        "started_ms", m.startedMillis(),
                        "spikes", m.rows().getOrDefault("spikes", 0L),
                        "frames", m.rows().getOrDefault("compartment_report", 0L),
                        "cells", m.rows().getOrDefault("morphologies", 0L)))
                .toList();
    }
}
