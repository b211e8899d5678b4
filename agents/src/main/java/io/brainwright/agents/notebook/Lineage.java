package io.brainwright.agents.notebook;

import io.brainwright.agents.run.Built;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that a run's datasets were made from, down to what has no inputs; inputs stand before what was made from them. */
final class Lineage {
    private final Datasets catalogue;
    private final Map<String, Made> made = new LinkedHashMap<>();

    Lineage(Datasets catalogue) {
        this.catalogue = catalogue;
    }

    List<Made> of(List<Built> built) {
        for (var one : built) {
            add(one.id(), one.stage());
        }
        var labels = new LinkedHashMap<String, String>();
        built.forEach(b -> labels.putIfAbsent(b.id(), b.stage()));
        return made.values().stream().map(m -> labelled(m, labels.get(m.id()))).toList();
    }

    private void add(String id, String label) {
        if (made.containsKey(id)) {
            return;
        }
        var manifest = catalogue.manifest(new DatasetId(id));
        manifest.inputs().forEach(input -> add(input.hex(), ""));
        made.put(id, Made.of(label.isEmpty() ? manifest.stage() : label, manifest));
    }

    private static Made labelled(Made m, @org.jspecify.annotations.Nullable String label) {
        return label == null
                ? m
                : new Made(
                        label,
                        m.stage(),
                        m.version(),
                        m.id(),
                        m.inputs(),
                        m.request(),
                        m.rows(),
                        m.rowHash(),
                        m.bytes(),
                        m.seconds());
    }
}
