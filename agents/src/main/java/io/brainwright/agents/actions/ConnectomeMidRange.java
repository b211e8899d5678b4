package io.brainwright.agents.actions;

import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.Measure;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.MidRangeRequest;
import io.brainwright.proto.connectome.v1.RegionPair;
import io.brainwright.proto.fabric.v1.DatasetRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds synapses between regions to the local ones; what comes after takes both. */
final class ConnectomeMidRange implements ActionExecutor {
    private static final String CHOSEN =
            "Densities, layers and shares of mid-range connections are chosen, not measured (docs/science/mid-range.md).";
    /** chosen: fewer say nothing of what a projection does. */
    private static final double FEW = 10;

    @Override
    public String action() {
        return "connectome.mid_range";
    }

    @Override
    public StepOutcome run(StepContext context) {
        var request = MidRangeRequest.newBuilder()
                .setSynapses(context.require(DatasetKind.SYNAPSES))
                .setCells(context.require(DatasetKind.CELLS))
                .setMorphologies(context.require(DatasetKind.MORPHOLOGIES))
                .addAllProjections(pairs(context.params()))
                .build();
        var made = context.build(
                "connectome mid-range", () -> context.services().connectome().midRange(request));
        var wanted = context.datasets().read(new DatasetId(made.getId()), "mid_range", 0);
        return new StepOutcome(
                Map.of(DatasetKind.SYNAPSES, made),
                measures(context, made, wanted),
                List.of(),
                few(wanted).map(few -> List.of(CHOSEN, few)).orElse(List.of(CHOSEN)),
                List.of());
    }

    /** Said where so few cells of the tissue are placed that hardly a synapse is to be expected. */
    private static Optional<String> few(Batch wanted) {
        double expected = Arrays.stream(wanted.doubles("wanted")).sum();
        return expected >= FEW
                ? Optional.empty()
                : Optional.of(
                        ("%.1f mid-range synapses are to be expected among so few of the tissue's cells: both sides are thinned. Place more cells, or as many in "
                                        + "a narrow column of each region.")
                                .formatted(expected));
    }

    /** Sources to targets; or each of several regions to each other. */
    private static List<RegionPair> pairs(ObjectNode params) {
        var between = words(params.path("between"));
        var sources = between.isEmpty() ? words(params.path("sources")) : between;
        var targets = between.isEmpty() ? words(params.path("targets")) : between;
        var pairs = sources.stream()
                .flatMap(s -> targets.stream()
                        .filter(t -> !t.equals(s))
                        .map(t -> RegionPair.newBuilder()
                                .setSource(s)
                                .setTarget(t)
                                .build()))
                .toList();
        if (pairs.isEmpty()) {
            throw Problem.invalid(
                    "This plan cannot run.",
                    List.of(new FieldFault(
                            "connectome.mid_range",
                            "names no two regions; give 'between' two or more, or 'sources' and 'targets'.")));
        }
        return pairs;
    }

    private static List<String> words(JsonNode list) {
        return list.isArray() ? list.valueStream().map(JsonNode::asString).toList() : List.of();
    }

    private static List<Measure> measures(StepContext context, DatasetRef made, Batch rows) {
        var id = new DatasetId(made.getId());
        long connections = 0;
        long synapses = 0;
        for (var chunk : context.datasets().manifest(id).chunks()) {
            var pairs = context.datasets().read(id, "connections", chunk.index());
            for (int n : pairs.ints("mid_range")) {
                connections += n > 0 ? 1 : 0;
                synapses += n;
            }
        }
        var cells = new LinkedHashMap<String, Long>();
        for (int i = 0; i < rows.rowCount(); i++) {
            cells.put(rows.texts("source")[i] + " to " + rows.texts("target")[i], rows.longs("cells")[i]);
        }
        var measures = new ArrayList<Measure>();
        cells.forEach((name, n) -> measures.add(Measure.of(context, "projecting_cells", name, n, "1", n)));
        measures.add(Measure.of(context, "mid_range_synapses", "all", synapses, "1", synapses));
        if (connections > 0) {
            measures.add(Measure.of(
                    context,
                    "synapses_per_connection",
                    "mid-range",
                    (double) synapses / connections,
                    "1",
                    connections));
        }
        return measures;
    }
}
