package io.brainwright.agents.actions;

import io.brainwright.agents.run.Measure;
import io.brainwright.agents.run.StepContext;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.DatasetRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which axons choose where they make synapses, as a plan says it, and where they then lie. */
final class Targeting {
    private static final List<String> ALL = List.of("perisomatic", "distal", "disinhibitory", "sparse");

    /** What names a class: the class itself, its marker, its cells. */
    private static final Map<String, Set<String>> NAMES = Map.of(
            "perisomatic", Set.of("perisomatic", "pv", "parvalbumin", "basket", "lbc", "nbc", "sbc"),
            "distal", Set.of("distal", "sst", "som", "somatostatin", "martinotti", "mc"),
            "disinhibitory", Set.of("disinhibitory", "vip", "bipolar", "double bouquet", "bp", "dbc"),
            "sparse", Set.of("sparse", "ngf", "neurogliaform", "ngc", "lamp5"));

    private Targeting() {}

    /** The classes that a step of connectome.local names; empty: overlap alone. */
    static List<String> classes(JsonNode params) {
        var classes = new LinkedHashSet<String>();
        if (params.path("specificity").asString("none").equals("em")) {
            classes.addAll(ALL);
        }
        var targeting = params.path("targeting");
        for (var said : targeting.isArray() ? targeting : List.of(targeting)) {
            var word = said.asString("none");
            if (!word.equals("none")) {
                classes.add(named(word));
            }
        }
        return ALL.stream().filter(classes::contains).toList();
    }

    private static String named(String said) {
        var word = said.toLowerCase(Locale.ROOT).replaceAll("^l[0-9]+[ _]", "").replaceAll(" (cell|neuron)s?$", "");
        return ALL.stream()
                .filter(c -> NAMES.getOrDefault(c, Set.of()).contains(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "This plan cannot run.",
                        List.of(new FieldFault(
                                "connectome.local.targeting",
                                "'%s' names no axons that are known to choose; PV, SST, VIP or NGF do."
                                        .formatted(said)))));
    }

    /**
     * Shares of the synapses of each class by landing, by overlap alone and as chosen, on the cells that were looked at; beside them
     * those that electron microscopy saw.
     */
    static List<Measure> measures(StepContext context, DatasetRef made) {
        var rows = context.datasets().read(new DatasetId(made.getId()), "targeting", 0);
        var measures = new ArrayList<Measure>();
        for (int i = 0; i < rows.rowCount(); i++) {
            var metric = "share_" + rows.texts("landing")[i];
            if (rows.doubles("synapses_by_overlap")[i] + rows.doubles("synapses_chosen")[i] > 0) {
                var name = rows.texts("class")[i];
                measures.add(Measure.of(
                        context,
                        metric,
                        name + " by overlap",
                        rows.doubles("by_overlap")[i],
                        "1",
                        Math.round(rows.doubles("synapses_by_overlap")[i])));
                measures.add(Measure.of(
                        context,
                        metric,
                        name + " as chosen",
                        rows.doubles("chosen")[i],
                        "1",
                        Math.round(rows.doubles("synapses_chosen")[i])));
                observed(context, rows, i, metric, measures);
            }
        }
        return measures;
    }

    private static void observed(StepContext context, Batch rows, int i, String metric, List<Measure> measures) {
        for (var end : List.of("low", "high")) {
            double share = rows.doubles("observed_" + end)[i];
            if (!Double.isNaN(share)) {
                var group = rows.texts("class")[i] + (end.equals("low") ? " observed, least" : " observed, most");
                measures.add(Measure.of(context, metric, group, share, "1", 0));
            }
        }
    }
}
