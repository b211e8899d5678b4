package io.brainwright.agents.actions;

import io.brainwright.agents.recipe.OwnRecipe;
import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.Measure;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.OwnValue;
import io.brainwright.proto.fabric.v1.OwnValues;
import io.brainwright.proto.placement.v1.WrappedSynapsesRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says which astrocytes wrap which synapses of the circuit. */
final class ConnectomeAstrocytes implements ActionExecutor {
    private static final int NAMED = 5;

    @Override
    public String action() {
        return "connectome.astrocytes";
    }

    @Override
    public StepOutcome run(StepContext context) {
        var request = WrappedSynapsesRequest.newBuilder()
                .setCells(context.require(DatasetKind.CELLS))
                .setSynapses(context.require(DatasetKind.SYNAPSES))
                .setSeed(context.params().path("seed").asLong(0));
        OwnRecipe.give(context.plan(), "placement-wrapped", request::setOwnValues);
        if (context.params().has("fraction")) {
            request.setOwnValues(OwnValues.newBuilder()
                    .addValues(OwnValue.newBuilder()
                            .setPath("tripartite.fraction")
                            .setValue(context.params().path("fraction").asDouble())));
        }
        var made = context.build(
                "placement wrapped", () -> context.services().placement().wrappedSynapses(request.build()));
        var counts = new Counts();
        counts.read(context, made);
        return new StepOutcome(
                Map.of(DatasetKind.WRAPPED, made), counts.measures(context), List.of(), counts.words(made), List.of());
    }

    /** The sums over all chunks. */
    private static final class Counts {
        private final TreeMap<Long, long[]> byAstrocyte = new TreeMap<>();
        private long synapses;
        private long inDomains;
        private long wrapped;

        void read(StepContext context, DatasetRef made) {
            var id = new DatasetId(made.getId());
            for (var chunk : context.datasets().manifest(id).chunks()) {
                var cells = context.datasets().read(id, "synapses_by_astrocyte", chunk.index());
                for (int i = 0; i < cells.rowCount(); i++) {
                    var sums = byAstrocyte.computeIfAbsent(cells.longs("glia_id")[i], _ -> new long[2]);
                    sums[0] += cells.longs("in_domain")[i];
                    sums[1] += cells.longs("wrapped")[i];
                }
                var places = context.datasets().read(id, "astrocytes_by_synapse", chunk.index());
                for (int i = 0; i < places.rowCount(); i++) {
                    synapses += places.longs("synapses")[i];
                    inDomains += places.ints("domains")[i] > 0 ? places.longs("synapses")[i] : 0;
                    wrapped += places.longs("wrapped")[i];
                }
            }
        }

        List<Measure> measures(StepContext context) {
            int cells = byAstrocyte.size();
            double edges = byAstrocyte.values().stream().mapToLong(s -> s[1]).sum();
            double held = byAstrocyte.values().stream().mapToLong(s -> s[0]).sum();
            var measures = new ArrayList<Measure>();
            measures.add(Measure.of(context, "synapses", "all", synapses, "1", synapses));
            measures.add(Measure.of(context, "astrocytes", "all", cells, "1", cells));
            measures.add(
                    Measure.of(context, "synapses_in_domains", "all", (double) inDomains / synapses, "1", synapses));
            measures.add(Measure.of(context, "wrapped_synapses", "all", (double) wrapped / synapses, "1", synapses));
            measures.add(Measure.of(context, "synapses_in_domain", "astrocyte, mean", held / cells, "1", cells));
            measures.add(Measure.of(context, "wrapped_synapses", "astrocyte, mean", edges / cells, "1", cells));
            if (wrapped > 0) {
                measures.add(
                        Measure.of(context, "astrocytes_per_wrapped_synapse", "all", edges / wrapped, "1", wrapped));
            }
            return measures;
        }

        List<String> words(DatasetRef made) {
            var most = byAstrocyte.entrySet().stream()
                    .sorted(Comparator.comparingLong((Map.Entry<Long, long[]> e) -> -e.getValue()[1])
                            .thenComparing(Map.Entry::getKey))
                    .limit(NAMED)
                    .map(e -> "%d (%d)".formatted(e.getKey(), e.getValue()[1]))
                    .collect(Collectors.joining(", "));
            return List.of(
                    "Astrocytes that wrap most synapses: %s.".formatted(most),
                    "Every edge from an astrocyte to a synapse stands in dataset %s, table wrapped_synapses."
                            .formatted(made.getId()));
        }
    }
}
