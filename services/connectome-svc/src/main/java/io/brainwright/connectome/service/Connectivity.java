package io.brainwright.connectome.service;

import io.brainwright.connectome.model.analysis.CellGraph;
import io.brainwright.connectome.model.analysis.Degrees;
import io.brainwright.connectome.model.analysis.PairTally;
import io.brainwright.connectome.model.analysis.Somata;
import io.brainwright.connectome.model.analysis.SynapsesPerConnection;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.MeasuredAnswer;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.statistics.Moments;
import io.brainwright.proto.connectome.v1.ConnectivityRequest;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** Answers what is asked of the wiring; what concerns pairs and single cells here, motifs in {@link Motifs}. */
final class Connectivity {
    /** chosen: 3.6 thousand million pairs of cells, some ten seconds. */
    static final int MOST_CELLS = 60_000;

    /** chosen: more curves than this are not read by anybody. */
    private static final int MOST_CURVES = 64;

    private final WiredCells wired;
    private final CellGraph graph;
    private final Somata somata;
    private final MeasuredAnswer answer = new MeasuredAnswer();
    private PairTally[] pairs = new PairTally[0];

    private Connectivity(WiredCells wired) {
        this.wired = wired;
        graph = wired.graph();
        somata = wired.somata();
    }

    static MeasuredResponse of(ConnectivityRequest request, Datasets datasets) {
        var metrics = ConnectivityRequests.check(request);
        var connectivity = new Connectivity(WiredCells.read(request, datasets));
        connectivity.pairsAndCells(metrics);
        if (metrics.contains("layer_contributions")) {
            new LayerContributions(connectivity.wired, connectivity.answer).measure(request, datasets);
        }
        new Motifs(connectivity.wired, connectivity.answer).measure(metrics, request);
        new Controls(connectivity.wired, connectivity.answer, request, metrics).measure();
        return connectivity.answer.response();
    }

    private void pairsAndCells(Set<String> metrics) {
        if (metrics.contains("connection_probability") || metrics.contains("reciprocity")) {
            requireFew("connection_probability and reciprocity", graph.cells());
            pairs = PairTally.of(graph, graph.reversed(), somata, wired.sides());
        }
        var degrees = Degrees.of(graph, somata, wired.sides());
        for (var metric : metrics) {
            switch (metric) {
                case "connection_probability" -> probability();
                case "reciprocity" -> reciprocity();
                case "synapses_per_connection" -> synapsesPerConnection();
                case "degree" -> {
                    byCell("out_degree", wired.sides().pre(), degrees::out);
                    byCell("in_degree", wired.sides().post(), degrees::in);
                    answer.note(
                            "out_degree: distinct cells of 'post' that a cell of 'pre' contacts; in_degree: distinct"
                                    + " cells of 'pre' that contact a cell of 'post'.");
                }
                case "convergence" -> {
                    byCell("convergence", wired.sides().post(), degrees::in);
                    answer.note(
                            "convergence: distinct presynaptic cells, of those that 'pre' selects, per cell of 'post'.");
                }
                default -> {} // a motif, or the layers
            }
        }
    }

    static void requireFew(String what, int cells) {
        if (cells > MOST_CELLS) {
            throw new Problem(
                    Kind.TOO_LARGE,
                    "TOO_MANY_CELLS",
                    "%s looks at every pair of %d cells.".formatted(what, cells),
                    "Narrow 'pre' and 'post' to at most %d cells together.".formatted(MOST_CELLS),
                    Map.of("cells", String.valueOf(cells), "most", String.valueOf(MOST_CELLS)));
        }
    }

    private void probability() {
        long curves = Arrays.stream(pairs).filter(t -> t.pairs() > 0).count();
        for (int pathway = 0; pathway < pairs.length; pathway++) {
            var tally = pairs[pathway];
            if (tally.pairs() > 0) {
                var name = wired.pathwayName(pathway);
                answer.number("connection_probability", name, tally.probability(), "1", tally.pairs());
                if (curves <= MOST_CURVES) {
                    curve(tally, name);
                }
            }
        }
        answer.note(
                "connection_probability: connected ordered pairs over all ordered pairs (pre, post) of different cells; by"
                        + " straight distance of the somata in bins of %.0f um, x is the middle of a bin."
                                .formatted(PairTally.BIN_UM));
        if (curves > MOST_CURVES) {
            answer.note("Curves by distance are left out: %d pathways; ask by layer, or for fewer cells."
                    .formatted(curves));
        }
    }

    private void curve(PairTally tally, String name) {
        var curve = answer.curve("connection_probability", name, "distance (um)", "connection probability");
        for (int bin = 0; bin < tally.bins(); bin++) {
            if (tally.pairs(bin) > 0) {
                curve.addX((bin + 0.5) * PairTally.BIN_UM).addY(tally.probability(bin));
            }
        }
    }

    private void reciprocity() {
        for (int pathway = 0; pathway < pairs.length; pathway++) {
            var tally = pairs[pathway];
            if (tally.pairs() > 0) {
                var name = wired.pathwayName(pathway);
                answer.number("reciprocity", name, tally.reciprocity(), "1", tally.connected());
                answer.number("reciprocity_over_chance", name, tally.reciprocityOverChance(), "1", tally.connected());
            }
        }
        answer.note(
                "reciprocity: share of the connections from pre to post that have one back; by chance it is the connection"
                        + " probability from post to pre (doi:10.1371/journal.pbio.0030068).");
    }

    private void synapsesPerConnection() {
        var moments = SynapsesPerConnection.of(graph, somata, wired.sides());
        for (int pathway = 0; pathway < moments.length; pathway++) {
            if (moments[pathway].n() > 0 || moments.length == 1) {
                answer.mean(
                        "synapses_per_connection", wired.pathwayName(pathway), moments[pathway], "1", "connections");
            }
        }
    }

    private void byCell(String metric, boolean[] counted, IntUnaryOperator value) {
        var names = wired.groupNames();
        var moments = new Moments[names.length];
        Arrays.setAll(moments, _ -> new Moments());
        for (int c = 0; c < graph.cells(); c++) {
            if (counted[c]) {
                moments[wired.sides().group()[c]].add(value.applyAsInt(c));
            }
        }
        for (int g = 0; g < names.length; g++) {
            if (moments[g].n() > 0) {
                answer.mean(metric, names[g], moments[g], "1", "cells");
            }
        }
    }
}
