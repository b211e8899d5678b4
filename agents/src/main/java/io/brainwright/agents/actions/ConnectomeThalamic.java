package io.brainwright.agents.actions;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.Measure;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.proto.connectome.v1.ThalamicRequest;
import io.brainwright.proto.fabric.v1.DatasetRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lays thalamic fibres through the tissue, makes their synapses, and tells how many came of it. */
final class ConnectomeThalamic implements ActionExecutor {
    @Override
    public String action() {
        return "connectome.thalamic";
    }

    @Override
    public StepOutcome run(StepContext context) {
        var params = context.params();
        var request = ThalamicRequest.newBuilder()
                .setCells(context.require(DatasetKind.CELLS))
                .setMorphologies(context.require(DatasetKind.MORPHOLOGIES))
                .setAxonWidthUm(params.path("axon_width_um").asDouble(0));
        params.path("sources").forEach(nucleus -> request.addSources(nucleus.asString()));
        var made = context.build(
                "connectome thalamic", () -> context.services().connectome().thalamic(request.build()));
        return new StepOutcome(
                Map.of(DatasetKind.THALAMIC, made), measures(context, made), List.of(), List.of(), List.of());
    }

    /** What one nucleus got. */
    private static final class Tally {
        long fibres;
        long synapses;
        long connections;
        double wanted;
        final Set<Long> cells = new HashSet<>();
    }

    private static List<Measure> measures(StepContext context, DatasetRef made) {
        var measures = new ArrayList<Measure>();
        tallies(context, made).forEach((nucleus, t) -> {
            measures.add(Measure.of(context, "thalamic_fibres", nucleus, t.fibres, "1", t.fibres));
            measures.add(Measure.of(context, "thalamic_synapses", nucleus, t.synapses, "1", t.synapses));
            if (t.connections > 0) {
                measures.add(Measure.of(
                        context,
                        "fibres_per_cell",
                        nucleus,
                        (double) t.connections / t.cells.size(),
                        "1",
                        t.cells.size()));
                measures.add(Measure.of(
                        context,
                        "synapses_per_connection",
                        nucleus,
                        (double) t.synapses / t.connections,
                        "1",
                        t.connections));
            }
            if (t.wanted > 0) {
                measures.add(Measure.of(
                        context, "synapses_over_profile", nucleus, t.synapses / t.wanted, "1", Math.round(t.wanted)));
            }
        });
        return measures;
    }

    private static Map<String, Tally> tallies(StepContext context, DatasetRef made) {
        var id = new DatasetId(made.getId());
        var datasets = context.datasets();
        var tallies = new TreeMap<String, Tally>();
        var nucleusOf = new HashMap<Long, Tally>();
        var fibres = datasets.read(id, "fibres");
        for (int i = 0; i < fibres.rowCount(); i++) {
            var tally = tallies.computeIfAbsent(fibres.texts("nucleus")[i], _ -> new Tally());
            tally.fibres++;
            nucleusOf.put(fibres.longs("node_id")[i], tally);
        }
        for (var chunk : datasets.manifest(id).chunks()) {
            var pairs = datasets.read(id, "thalamic_connections", chunk.index());
            for (int i = 0; i < pairs.rowCount(); i++) {
                var tally = nucleusOf.get(pairs.longs("source_node_id")[i]);
                int synapses = pairs.ints("synapses")[i];
                if (tally != null && synapses > 0) {
                    tally.synapses += synapses;
                    tally.connections++;
                    tally.cells.add(pairs.longs("target_node_id")[i]);
                }
            }
        }
        var profile = datasets.read(id, "profile");
        for (int i = 0; i < profile.rowCount(); i++) {
            tallies.computeIfAbsent(profile.texts("nucleus")[i], _ -> new Tally()).wanted +=
                    profile.doubles("wanted")[i];
        }
        return tallies;
    }
}
