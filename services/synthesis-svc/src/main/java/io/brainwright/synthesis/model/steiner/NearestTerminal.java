package io.brainwright.synthesis.model.steiner;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Which terminal is nearest to each node, how far it is, and by which edge the way leads back to it: one run of Dijkstra's algorithm from all
 * terminals together.
 *
 * @param terminal index of the nearest terminal, -1 where none can be reached
 * @param distance along the edges, infinite where none can be reached
 * @param back edge towards that terminal, -1 at a terminal
 */
@SuppressWarnings("ArrayRecordComponent") // owned by one computation, never compared
record NearestTerminal(int[] terminal, double[] distance, int[] back) {
    private record Open(double distance, int node) {}

    static NearestTerminal of(WeightedGraph graph, int[] terminals) {
        int n = graph.nodes();
        var near = new NearestTerminal(new int[n], new double[n], new int[n]);
        Arrays.fill(near.terminal, -1);
        Arrays.fill(near.back, -1);
        Arrays.fill(near.distance, Double.POSITIVE_INFINITY);
        var open = new PriorityQueue<Open>(
                Comparator.comparingDouble(Open::distance).thenComparingInt(Open::node));
        for (int t = 0; t < terminals.length; t++) {
            near.terminal[terminals[t]] = t;
            near.distance[terminals[t]] = 0;
            open.add(new Open(0, terminals[t]));
        }
        var done = new boolean[n];
        while (!open.isEmpty()) {
            int node = open.remove().node();
            if (!done[node]) {
                done[node] = true;
                near.relax(graph, node, open);
            }
        }
        return near;
    }

    private void relax(WeightedGraph graph, int node, PriorityQueue<Open> open) {
        for (int k = 0; k < graph.degree(node); k++) {
            int edge = graph.edgeAt(node, k);
            int other = graph.across(edge, node);
            double through = distance[node] + graph.length(edge);
            if (through < distance[other]) {
                distance[other] = through;
                terminal[other] = terminal[node];
                back[other] = edge;
                open.add(new Open(through, other));
            }
        }
    }
}
