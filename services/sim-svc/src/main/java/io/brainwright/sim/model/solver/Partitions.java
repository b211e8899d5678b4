package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.network.Network;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Deals the cells of a network to partitions: whole cells, those coupled by gap junctions together, about as many nodes to each. No
 * result depends on who has which.
 */
public final class Partitions {
    private final Network network;
    private final int[] leader;

    private Partitions(Network network) {
        this.network = network;
        leader = new int[network.cells().size()];
        for (int c = 0; c < leader.length; c++) {
            leader[c] = c;
        }
        network.gaps().forEach(g -> {
            int a = leaderOf(g.cellA());
            int b = leaderOf(g.cellB());
            leader[Math.max(a, b)] = Math.min(a, b);
        });
    }

    private record Coupled(int first, BitSet cells, long nodes) {}

    /** At most so many partitions, none of them empty; the largest first. */
    public static List<BitSet> deal(Network network, int count) {
        return new Partitions(network).deal(count);
    }

    private List<BitSet> deal(int count) {
        var groups = new ArrayList<Coupled>();
        var cellsOf = new BitSet[leader.length];
        for (int c = 0; c < leader.length; c++) {
            int first = leaderOf(c);
            if (cellsOf[first] == null) {
                cellsOf[first] = new BitSet();
            }
            cellsOf[first].set(c);
        }
        for (int c = 0; c < leader.length; c++) {
            if (cellsOf[c] != null) {
                long nodes = cellsOf[c].stream()
                        .mapToLong(i -> network.cells().get(i).shape().count())
                        .sum();
                groups.add(new Coupled(c, cellsOf[c], nodes));
            }
        }
        groups.sort(Comparator.comparingLong((Coupled g) -> -g.nodes).thenComparingInt(Coupled::first));
        int n = Math.min(count, groups.size());
        var parts = new ArrayList<BitSet>();
        var load = new long[n];
        for (int p = 0; p < n; p++) {
            parts.add(new BitSet());
        }
        for (var group : groups) {
            int least = 0;
            for (int p = 1; p < n; p++) {
                least = load[p] < load[least] ? p : least;
            }
            parts.get(least).or(group.cells);
            load[least] += group.nodes;
        }
        return parts;
    }

    private int leaderOf(int cell) {
        int at = cell;
        while (leader[at] != at) {
            at = leader[at];
        }
        return at;
    }
}
