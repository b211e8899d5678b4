package io.brainwright.connectome.service;

import io.brainwright.connectome.model.analysis.CommonNeighbours;
import io.brainwright.connectome.model.analysis.RichClub;
import io.brainwright.fabric.rpc.MeasuredAnswer;
import io.brainwright.proto.connectome.v1.ConnectivityRequest;
import java.util.List;
import java.util.Set;

/** Common neighbours, simplices and hubs: what the graph among a set of cells shows, group by group. */
final class Motifs {
    private static final List<String> NO_PAIRS =
            List.of("simplices", "participation", "betti", "rich_club", "hubs", "highway_hubs");

    private final WiredCells wired;
    private final MeasuredAnswer answer;

    Motifs(WiredCells wired, MeasuredAnswer answer) {
        this.wired = wired;
        this.answer = answer;
    }

    void measure(Set<String> metrics, ConnectivityRequest request) {
        boolean withoutPairs = metrics.stream().anyMatch(NO_PAIRS::contains);
        if (!withoutPairs && !metrics.contains("common_neighbours")) {
            return;
        }
        answer.note(
                "Common neighbours, simplices, cavities, rich club, hubs and highways are counted among the cells that 'pre' or 'post'"
                        + " selects (all where neither is given); connections to other cells do not count.");
        if (metrics.contains("common_neighbours")) {
            commonNeighbours(ConnectivityRequests.most_um(request));
        }
        var simplices = new SimplexMeasures(wired, answer);
        if (metrics.contains("simplices")) {
            simplices.counts(ConnectivityRequests.dimension(request));
        }
        if (metrics.contains("participation")) {
            simplices.participation();
        }
        if (metrics.contains("betti")) {
            simplices.betti();
        }
        if (metrics.contains("rich_club")) {
            richClub();
        }
        var hubs = new HubMeasures(wired, answer);
        if (metrics.contains("hubs")) {
            hubs.byDegree();
        }
        if (metrics.contains("highway_hubs")) {
            hubs.highways(ConnectivityRequests.least_um(request));
        }
        if (request.getMaxDistanceUm() > 0 && withoutPairs) {
            answer.note("max_distance_um limits none of %s: they have no pair of cells of their own."
                    .formatted(String.join(", ", NO_PAIRS)));
        }
    }

    private void commonNeighbours(double most_um) {
        Connectivity.requireFew("common_neighbours", wired.motifCells().length);
        var names = wired.groupNames();
        var somata = wired.somata();
        for (int g = 0; g < names.length; g++) {
            int[] members = wired.motifCells(g);
            if (members.length < 2) {
                continue;
            }
            var graph = wired.graph().among(members);
            var places = somata.of(members);
            tell("efferent", names[g], CommonNeighbours.efferent(graph, places, most_um));
            tell("afferent", names[g], CommonNeighbours.afferent(graph, places, most_um));
        }
        answer.note(
                "common_neighbours: efferent are shared targets, afferent shared sources, means over unordered pairs within a"
                        + " group; over_chance divides the mean of all pairs by (n - 2) p^2 of an Erdos-Renyi graph with the same cells"
                        + " and density; connected pairs have a connection in either direction (doi:10.1073/pnas.1016051108).");
    }

    private void tell(String side, String group, CommonNeighbours found) {
        var metric = "common_neighbours_" + side;
        long apart = found.pairs() - found.connectedPairs();
        answer.number(metric, group, found.meanAll(), "1", found.pairs());
        answer.number(metric + "_over_chance", group, found.overChance(), "1", found.pairs());
        answer.number(metric + "_connected", group, found.meanConnected(), "1", found.connectedPairs());
        answer.number(metric + "_unconnected", group, found.meanUnconnected(), "1", apart);
    }

    private void richClub() {
        var names = wired.groupNames();
        for (int g = 0; g < names.length; g++) {
            int[] members = wired.motifCells(g);
            if (members.length < 3) {
                continue;
            }
            var graph = wired.graph().among(members);
            answer.number("rich_club", names[g], Controls.richest(graph), "1", members.length);
            var curve = answer.curve("rich_club", names[g], "total degree above", "connection probability among them");
            for (var club : RichClub.of(graph)) {
                curve.addX(club.degree()).addY(club.coefficient());
            }
        }
        answer.note(
                "rich_club: connected over all ordered pairs of the cells whose total degree exceeds k; the number is that of the"
                        + " tenth of the cells with most partners (doi:10.1523/JNEUROSCI.3539-11.2011). Cells with many"
                        + " partners connect more by that alone: compare with a control that keeps degrees.");
    }
}
