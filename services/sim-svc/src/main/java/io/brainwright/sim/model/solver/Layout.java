package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.Kinetics;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.Network.Cell;
import io.brainwright.sim.model.synapse.SynapseType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Cuts a network into blocks of cells of like mechanisms and size, and finds where everything lies. */
final class Layout {
    /** chosen: columns of some 4 kB, a dozen of which fit the nearest cache; other sizes were not timed. */
    private static final int ELEMENTS_PER_BLOCK = 512;

    static final int MOST_LANES = 8;
    private static final int ELSEWHERE = -1;

    final Network network;
    final List<Block> blocks = new ArrayList<>();
    /** The cells that are stepped here; others are stepped by other partitions of the run. */
    final BitSet own;
    /** Block, lane of each cell. */
    final int[] blockOf;

    final int[] laneOf;
    /** Table kind and row of each synapse, within its cell's block. */
    final SynapseTable.Kind[] kindOf;

    final int[] rowOf;
    /** Table of each point process among its block's tables. */
    final int[] tableOf;
    /** Place among a point process table's inputs of each connection and each event list. */
    final int[] inputOfConnection;

    final int[] inputOfList;

    Layout(Network network, int threads) {
        this(network, threads, MOST_LANES);
    }

    Layout(Network network, int threads, int mostLanes) {
        this(network, threads, mostLanes, everyCell(network));
    }

    /** The layout of some cells only; nothing is kept of what lies on the others. */
    Layout(Network network, int threads, int mostLanes, BitSet own) {
        this.network = network;
        this.own = own;
        int n = network.cells().size();
        blockOf = new int[n];
        Arrays.fill(blockOf, ELSEWHERE);
        laneOf = new int[n];
        kindOf = new SynapseTable.Kind[network.synapses().size()];
        rowOf = new int[kindOf.length];
        tableOf = new int[kindOf.length];
        inputOfConnection = new int[network.connections().size()];
        inputOfList = new int[network.eventLists().size()];
        cut(Math.min(mostLanes, Math.max(1, own.cardinality() / Math.max(1, threads))));
        var kinetics = new TreeMap<Mechanism, Kinetics>();
        var run = network.run();
        for (var cell : network.cells()) {
            for (var m : mechanismsOf(cell)) {
                kinetics.computeIfAbsent(m, _ -> Kinetics.of(m, run.celsius_degC(), run.dt_ms()));
            }
        }
        for (var synapse : network.synapses()) {
            if (synapse.type() instanceof SynapseType.Point(Mechanism m, var _)) {
                kinetics.computeIfAbsent(m, _ -> Kinetics.of(m, run.celsius_degC(), run.dt_ms()));
            }
        }
        var points = new PointIndex(network, blockOf);
        for (int b = 0; b < blocks.size(); b++) {
            var builder = new BlockBuilder(network, blocks.get(b), kinetics);
            builder.fill();
            new PointPlaces(this, b, builder.tables, points).fill();
        }
        new SynapsePlaces(this).fill();
        new ProbePlaces(this).fill();
    }

    static BitSet everyCell(Network network) {
        var all = new BitSet();
        all.set(0, network.cells().size());
        return all;
    }

    /** Whether a cell is stepped here. */
    boolean has(int cell) {
        return own.get(cell);
    }

    int element(int cell, int node) {
        return blocks.get(blockOf[cell]).element(laneOf[cell], node);
    }

    private void cut(int mostLanes) {
        var order = new ArrayList<Integer>();
        var mechanisms = new ArrayList<String>();
        for (int c = 0; c < network.cells().size(); c++) {
            var cell = network.cells().get(c);
            if (own.get(c)) {
                order.add(c);
            }
            mechanisms.add(mechanismsOf(cell) + " " + cell.model().ions().cao_mM());
        }
        order.sort(Comparator.comparing((Integer c) -> mechanisms.get(c))
                .thenComparing(c -> nodes(c))
                .thenComparing(c -> c));
        int from = 0;
        while (from < order.size()) {
            int lanes = Math.clamp(ELEMENTS_PER_BLOCK / nodes(order.get(from)), 1, mostLanes);
            int to = from + 1;
            while (to < order.size()
                    && to - from < lanes
                    && mechanisms.get(order.get(to)).equals(mechanisms.get(order.get(from)))) {
                to++;
            }
            add(order.subList(from, to));
            from = to;
        }
    }

    private void add(List<Integer> cells) {
        int nodes = cells.stream().mapToInt(this::nodes).max().orElseThrow();
        for (int lane = 0; lane < cells.size(); lane++) {
            blockOf[cells.get(lane)] = blocks.size();
            laneOf[cells.get(lane)] = lane;
        }
        blocks.add(new Block(cells.stream().mapToInt(c -> c).toArray(), nodes));
    }

    private int nodes(int cell) {
        return network.cells().get(cell).shape().count();
    }

    static Set<Mechanism> mechanismsOf(Cell cell) {
        var found = new TreeSet<Mechanism>();
        for (var section : cell.shape().sections()) {
            found.addAll(cell.model().membrane(section.group()).mechanisms().keySet());
        }
        return found;
    }
}
