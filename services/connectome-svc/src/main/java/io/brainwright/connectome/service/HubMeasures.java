package io.brainwright.connectome.service;

import io.brainwright.connectome.model.analysis.DistantPaths;
import io.brainwright.connectome.model.analysis.Hubs;
import io.brainwright.fabric.rpc.MeasuredAnswer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which cells have most partners, and which ones the shortest paths between distant cells run through. */
final class HubMeasures {
    /** chosen: some ten seconds; all sources of a column of 7000 cells and 200,000 connections. */
    private static final double BUDGET = 3e9;

    private static final int NAMED = 10;

    private final WiredCells wired;
    private final MeasuredAnswer answer;

    HubMeasures(WiredCells wired, MeasuredAnswer answer) {
        this.wired = wired;
        this.answer = answer;
    }

    void byDegree() {
        var graph = wired.graph().among(wired.motifCells());
        var back = graph.reversed();
        var hubs = Hubs.of(graph, back);
        tellByGroup("hub", hubs);
        answer.number("hub_degree_threshold", "all", hubs.threshold(), "1", graph.cells());
        answer.note("hubs: cells whose total degree (in plus out) exceeds mean + 2 sd of all cells looked at.");
        if (hubs.cells().length > 0) {
            answer.note("Most connected hubs, node id (degree): "
                    + named(hubs, h -> String.valueOf(graph.degree(h) + back.degree(h)))
                    + ".");
        }
    }

    /** Highway hubs, between somata at least this far apart. */
    void highways(double least_um) {
        int[] members = wired.motifCells();
        var graph = wired.graph().among(members);
        var paths = DistantPaths.of(graph, wired.somata().of(members), least_um, BUDGET);
        answer.number("distant_pairs_reached", "all", share(paths.reached(), paths.pairs()), "1", paths.pairs());
        answer.number("distant_pairs_connected", "all", share(paths.direct(), paths.pairs()), "1", paths.pairs());
        answer.mean("distant_path_length", "all", paths.length(), "1", "pairs");
        var hubs = paths.hubs();
        tellByGroup("highway_hub", hubs);
        double total = paths.total();
        tellTraffic(paths.traffic(), total);
        answer.note(
                "highway_hubs: cells whose share in the shortest directed paths between somata at least %.0f um apart exceeds mean + 2 sd (betweenness of distant pairs, doi:10.1080/0022250X.2001.9990249); highway_traffic_share is a group's part of all such shares."
                        .formatted(least_um));
        if (paths.sources() < members.length) {
            answer.note("Paths were searched from %d of %d cells, evenly spread, and their shares scaled up."
                    .formatted(paths.sources(), members.length));
        }
        if (hubs.cells().length > 0) {
            var byDegree = Hubs.of(graph, graph.reversed());
            answer.note("Busiest highway hubs, node id (share of all paths): "
                    + named(hubs, h -> "%.1f %%".formatted(100 * paths.traffic()[h] / total))
                    + "; %d of %d are hubs by degree too.".formatted(hubs.shared(byDegree), hubs.cells().length));
        }
    }

    private void tellByGroup(String metric, Hubs hubs) {
        var names = wired.groupNames();
        for (int g = 0; g < names.length; g++) {
            int group = g;
            long of = wired.motifCells(g).length;
            long n = IntStream.of(hubs.cells())
                    .filter(h -> wired.motifGroup(h) == group)
                    .count();
            answer.number(metric + "s", names[g], n, "1", of);
            answer.number(metric + "_share", names[g], share(n, of), "1", of);
        }
    }

    private void tellTraffic(double[] traffic, double total) {
        var names = wired.groupNames();
        double[] byGroup = new double[names.length];
        for (int m = 0; m < traffic.length; m++) {
            byGroup[wired.motifGroup(m)] += traffic[m];
        }
        for (int g = 0; g < names.length; g++) {
            double part = total > 0 ? byGroup[g] / total : Double.NaN;
            answer.number("highway_traffic_share", names[g], part, "1", wired.motifCells(g).length);
        }
    }

    private String named(Hubs hubs, IntFunction<String> amount) {
        int[] members = wired.motifCells();
        return IntStream.of(hubs.cells())
                .limit(NAMED)
                .mapToObj(h -> "%d (%s)".formatted(wired.nodeId(members[h]), amount.apply(h)))
                .collect(Collectors.joining(", "));
    }

    private static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
