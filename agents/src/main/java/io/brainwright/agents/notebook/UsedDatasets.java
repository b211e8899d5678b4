package io.brainwright.agents.notebook;

import io.brainwright.agents.run.CircuitRecord;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which datasets of a workspace somebody may still ask for: those of the notebook's runs and of the newest circuit, and all that they were made from. */
public final class UsedDatasets {
    /** Imports of the library: used by searches, not by runs. */
    private static final Set<String> ALWAYS = Set.of("morphology-import", "trace-import");

    private final Map<String, Manifest> known = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    private UsedDatasets(Datasets catalogue) {
        catalogue.list().forEach(manifest -> known.put(manifest.id().hex(), manifest));
    }

    /** Ids of the datasets that nothing in this workspace needs. */
    public static Set<DatasetId> unused(Path workspace, Notebook notebook, Datasets catalogue) {
        var datasets = new UsedDatasets(catalogue);
        notebook.entries().stream()
                .flatMap(folder -> new Entry(folder).runs().stream())
                .flatMap(run -> run.datasets().stream())
                .forEach(datasets::use);
        CircuitRecord.read(workspace).stream().flatMap(UsedDatasets::ids).forEach(datasets::use);
        var unused = new TreeSet<DatasetId>();
        for (var manifest : datasets.known.values()) {
            if (!datasets.used.contains(manifest.id().hex()) && !ALWAYS.contains(manifest.stage())) {
                unused.add(manifest.id());
            }
        }
        return unused;
    }

    private static Stream<String> ids(CircuitRecord circuit) {
        var ofRuns = circuit.runs().stream()
                .flatMap(run -> Stream.of(run.cells(), run.morphologies(), run.synapses(), run.simulation()));
        return Stream.concat(circuit.datasets().values().stream(), ofRuns.filter(id -> id != null));
    }

    private void use(String id) {
        var waiting = new ArrayDeque<String>();
        waiting.add(id);
        while (!waiting.isEmpty()) {
            var next = waiting.poll();
            var manifest = known.get(next);
            if (manifest != null && used.add(next)) {
                manifest.inputs().forEach(input -> waiting.add(input.hex()));
            }
        }
    }
}
