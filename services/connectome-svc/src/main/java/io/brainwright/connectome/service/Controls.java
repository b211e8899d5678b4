package io.brainwright.connectome.service;

import io.brainwright.connectome.model.analysis.CellGraph;
import io.brainwright.connectome.model.analysis.CommonNeighbours;
import io.brainwright.connectome.model.analysis.DirectedSimplices;
import io.brainwright.connectome.model.analysis.PairTally;
import io.brainwright.connectome.model.analysis.RichClub;
import io.brainwright.connectome.model.analysis.Sides;
import io.brainwright.connectome.model.analysis.Somata;
import io.brainwright.connectome.model.analysis.control.Preserving;
import io.brainwright.connectome.model.analysis.control.Preserving.Property;
import io.brainwright.fabric.rpc.MeasuredAnswer;
import io.brainwright.neuro.statistics.Moments;
import io.brainwright.proto.connectome.v1.ConnectivityRequest;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures of graphs drawn at random that keep some properties of the wiring, beside those of the wiring itself. */
final class Controls {
    private static final double BIN_UM = 50;

    private final WiredCells wired;
    private final MeasuredAnswer answer;
    private final ConnectivityRequest request;
    private final Set<String> metrics;

    Controls(WiredCells wired, MeasuredAnswer answer, ConnectivityRequest request, Set<String> metrics) {
        this.wired = wired;
        this.answer = answer;
        this.request = request;
        this.metrics = metrics;
    }

    void measure() {
        if (!request.hasControl()) {
            return;
        }
        var preserved = EnumSet.noneOf(Property.class);
        request.getControl()
                .getPreserveList()
                .forEach(p -> preserved.add(Property.named(p).orElseThrow()));
        var names = wired.groupNames();
        for (int g = 0; g < names.length; g++) {
            int[] members = wired.motifCells(g);
            if (members.length > 2) {
                compare(names[g], wired.graph().among(members), wired.somata().of(members), preserved);
            }
        }
        answer.note(
                "control: %d graphs with the same cells and number of connections, and %s, drawn from the wiring by random moves; over_control is the wiring's value over their mean."
                        .formatted(graphs(request), kept(preserved)));
    }

    private static String kept(Set<Property> preserved) {
        return preserved.isEmpty()
                ? "nothing else kept"
                : "the same "
                        + preserved.stream()
                                .map(p -> p.word().replace('_', '-'))
                                .collect(Collectors.joining(", "));
    }

    static int graphs(ConnectivityRequest request) {
        return request.getControl().getGraphs() == 0 ? 10 : request.getControl().getGraphs();
    }

    private void compare(String group, CellGraph graph, Somata somata, Set<Property> preserved) {
        var control = new Preserving(preserved, somata, BIN_UM);
        var own = values(graph, somata);
        var drawn = new LinkedHashMap<String, Moments>();
        own.keySet().forEach(metric -> drawn.put(metric, new Moments()));
        for (int n = 0; n < graphs(request); n++) {
            var values = values(control.draw(graph, request.getControl().getSeed() + n), somata);
            drawn.forEach((metric, moments) -> moments.add(values.getOrDefault(metric, 0.0)));
        }
        drawn.forEach((metric, moments) -> {
            answer.mean(metric + "_control", group, moments, "1", "graphs");
            answer.number(
                    metric + "_over_control",
                    group,
                    moments.mean() > 0 ? own.getOrDefault(metric, 0.0) / moments.mean() : Double.NaN,
                    "1",
                    moments.n());
        });
    }

    private Map<String, Double> values(CellGraph graph, Somata somata) {
        var values = new LinkedHashMap<String, Double>();
        if (metrics.contains("simplices")) {
            long[] counts = DirectedSimplices.count(graph, ConnectivityRequests.dimension(request));
            for (int k = 2; k < counts.length; k++) {
                values.put("simplices_dim" + k, (double) counts[k]);
            }
        }
        if (metrics.contains("common_neighbours")) {
            double most_um = ConnectivityRequests.most_um(request);
            values.put(
                    "common_neighbours_efferent",
                    CommonNeighbours.efferent(graph, somata, most_um).meanAll());
            values.put(
                    "common_neighbours_afferent",
                    CommonNeighbours.afferent(graph, somata, most_um).meanAll());
        }
        if (metrics.contains("reciprocity")) {
            values.put(
                    "reciprocity",
                    PairTally.of(graph, graph.reversed(), somata, Sides.all(graph.cells()))[0].reciprocity());
        }
        if (metrics.contains("rich_club")) {
            values.put("rich_club", richest(graph));
        }
        return values;
    }

    /** The coefficient among the tenth of the cells with most partners. */
    static double richest(CellGraph graph) {
        var clubs = RichClub.of(graph);
        int most = Math.max(2, graph.cells() / 10);
        return clubs.stream()
                .filter(c -> c.cells() <= most)
                .findFirst()
                .or(() -> clubs.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(clubs.getLast()))
                .map(RichClub::coefficient)
                .orElse(Double.NaN);
    }
}
