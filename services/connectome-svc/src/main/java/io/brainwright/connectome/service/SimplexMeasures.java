package io.brainwright.connectome.service;

import io.brainwright.connectome.model.analysis.CellGraph;
import io.brainwright.connectome.model.analysis.DirectedSimplices;
import io.brainwright.connectome.model.analysis.SimplexCensus;
import io.brainwright.connectome.model.analysis.homology.BettiNumbers;
import io.brainwright.fabric.rpc.MeasuredAnswer;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.statistics.Moments;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Directed simplices of the graph among a set of cells: how many, who takes part in them, which cavities they enclose. */
final class SimplexMeasures {
    /** chosen: some ten seconds, as every simplex is visited. */
    private static final double MOST_VISITED = 5e7;

    /** chosen: their boundary maps stay in memory, some 100 bytes each. */
    private static final double MOST_BOUNDED = 5e5;

    private static final int NAMED = 10;

    private final WiredCells wired;
    private final MeasuredAnswer answer;

    SimplexMeasures(WiredCells wired, MeasuredAnswer answer) {
        this.wired = wired;
        this.answer = answer;
    }

    void counts(int maxDimension) {
        eachGroup((name, graph) -> {
            long[] counts = DirectedSimplices.count(graph, maxDimension);
            var curve = answer.curve("simplices", name, "dimension", "directed simplices");
            for (int k = 0; k <= maxDimension; k++) {
                answer.number("simplices_dim" + k, name, counts[k], "1", graph.cells());
                if (k >= 2) {
                    double byChance = DirectedSimplices.byChance(graph.cells(), graph.density(), k);
                    answer.number("simplices_dim" + k + "_over_chance", name, counts[k] / byChance, "1", graph.cells());
                }
                curve.addX(k).addY(counts[k]);
            }
        });
        answer.note(
                "simplices: ordered sets of k + 1 cells of a group, a connection from every earlier to every later one, counted"
                        + " exactly up to dimension %d (doi:10.3389/fncom.2017.00048); over_chance divides by the expectation"
                                .formatted(maxDimension)
                        + " n (n-1) ... (n-k) p^(k(k+1)/2) of an Erdos-Renyi graph with the same cells and density.");
    }

    /** Simplices of the whole selection, and how many of each dimension a cell of each group belongs to. */
    void participation() {
        int[] members = wired.motifCells();
        var graph = wired.graph().among(members);
        requireFew("participation", graph, MOST_VISITED);
        var census = SimplexCensus.of(graph);
        var names = wired.groupNames();
        int top = census.participation().length - 1;
        for (int g = 0; g < names.length; g++) {
            int group = g;
            int[] own = IntStream.range(0, members.length)
                    .filter(m -> wired.motifGroup(m) == group)
                    .toArray();
            if (own.length == 0) {
                continue;
            }
            var curve = answer.curve("participation", names[g], "dimension", "directed simplices per cell");
            for (int k = 1; k <= top; k++) {
                long[] all = census.participation()[k];
                var moments = new Moments();
                Arrays.stream(own).forEach(m -> moments.add(all[m]));
                answer.mean("participation_dim" + k, names[g], moments, "1", "cells");
                curve.addX(k).addY(moments.mean());
            }
        }
        answer.note(
                "participation: directed simplices of each dimension that a cell belongs to, mean and sd over the cells of a group; the other cells of a simplex may be of any group.");
        if (top > 1) {
            long[] highest = census.participation()[top];
            answer.note("Of the highest dimension, %d, there are %d; most in them, node id (simplices): "
                            .formatted(top, census.simplices()[top])
                    + IntStream.range(0, highest.length)
                            .filter(m -> highest[m] > 0)
                            .boxed()
                            .sorted((a, b) -> Long.compare(highest[b], highest[a]))
                            .limit(NAMED)
                            .map(m -> "%d (%d)".formatted(wired.nodeId(members[m]), highest[m]))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }

    void betti() {
        eachGroup((name, graph) -> {
            requireFew("betti", graph, MOST_BOUNDED);
            long[] numbers = BettiNumbers.of(graph);
            var curve = answer.curve("betti", name, "dimension", "Betti number");
            for (int k = 0; k < numbers.length; k++) {
                answer.number("betti_dim" + k, name, numbers[k], "1", graph.cells());
                curve.addX(k).addY(numbers[k]);
            }
        });
        answer.note(
                "betti: cavities of each dimension that the directed simplices of a group enclose; in dimension 0 the parts that hang together, in 1 the loops that no triangles fill (doi:10.3389/fncom.2017.00048).");
    }

    private void eachGroup(BiConsumer<String, CellGraph> measure) {
        var names = wired.groupNames();
        for (int g = 0; g < names.length; g++) {
            int[] members = wired.motifCells(g);
            if (members.length > 0) {
                measure.accept(names[g], wired.graph().among(members));
            }
        }
    }

    private static void requireFew(String metric, CellGraph graph, double most) {
        double simplices = LongStream.of(DirectedSimplices.countAll(graph))
                .asDoubleStream()
                .sum();
        if (simplices > most) {
            throw new Problem(
                    Kind.TOO_LARGE,
                    "TOO_MANY_SIMPLICES",
                    "%s looks at every one of %.3g simplices; up to %.3g are.".formatted(metric, simplices, most),
                    "Narrow 'pre' and 'post', e.g. to a layer, or group by layer.",
                    Map.of("metric", metric, "most", "%.0f".formatted(most)));
        }
    }
}
