package io.brainwright.connectome.service;

import io.brainwright.connectome.model.analysis.DistantPaths;
import io.brainwright.connectome.model.analysis.Hubs;
import io.brainwright.fabric.rpc.MeasuredAnswer;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which cells the shortest paths between distant cells run through. */
final class Highways {
    /** chosen: some ten seconds; all sources of a column of 7000 cells and 200,000 connections. */
    private static final double BUDGET = 3e9;

    private static final int NAMED = 10;

    private final WiredCells wired;
    private final MeasuredAnswer answer;

    Highways(WiredCells wired, MeasuredAnswer answer) {
        this.wired = wired;
        this.answer = answer;
    }

    void measure(double least_um) {
        int[] members = wired.motifCells();
        var graph = wired.graph().among(members);
        var paths = DistantPaths.of(graph, wired.somata().of(members), least_um, BUDGET);
        answer.number("distant_pairs_reached", "all", share(paths.reached(), paths.pairs()), "1", paths.pairs());
        answer.number("distant_pairs_connected", "all", share(paths.direct(), paths.pairs()), "1", paths.pairs());
        answer.mean("distant_path_length", "all", paths.length(), "1", "pairs");
        int[] hubs = paths.hubs();
        double total = paths.total();
        var names = wired.groupNames();
        for (int g = 0; g < names.length; g++) {
            int group = g;
            int[] own = IntStream.range(0, members.length)
                    .filter(m -> wired.sides().group()[members[m]] == group)
                    .toArray();
            long busy = Arrays.stream(hubs)
                    .filter(h -> wired.sides().group()[members[h]] == group)
                    .count();
            double traffic =
                    Arrays.stream(own).mapToDouble(m -> paths.traffic()[m]).sum();
            answer.number("highway_hubs", names[g], busy, "1", own.length);
            answer.number("highway_hub_share", names[g], share(busy, own.length), "1", own.length);
            answer.number("highway_traffic_share", names[g], total > 0 ? traffic / total : Double.NaN, "1", own.length);
        }
        answer.note(
                "highway_hubs: cells whose share in the shortest directed paths between somata at least %.0f um apart exceeds mean + 2 sd (betweenness of distant pairs, doi:10.1080/0022250X.2001.9990249); highway_traffic_share is a group's part of all such shares."
                        .formatted(least_um));
        if (paths.sources() < members.length) {
            answer.note("Paths were searched from every %d-th cell, %d of %d, and their shares scaled up."
                    .formatted(Math.ceilDiv(members.length, paths.sources()), paths.sources(), members.length));
        }
        if (hubs.length > 0) {
            var byDegree = Hubs.of(graph, graph.reversed()).cells();
            long both = Arrays.stream(hubs)
                    .filter(h -> Arrays.stream(byDegree).anyMatch(d -> d == h))
                    .count();
            answer.note("Busiest highway hubs, node id (share of all paths): "
                    + Arrays.stream(hubs)
                            .limit(NAMED)
                            .mapToObj(h -> "%d (%.1f %%)"
                                    .formatted(wired.nodeId(members[h]), 100 * paths.traffic()[h] / total))
                            .collect(Collectors.joining(", "))
                    + "; %d of %d are hubs by degree too.".formatted(both, hubs.length));
        }
    }

    private static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
