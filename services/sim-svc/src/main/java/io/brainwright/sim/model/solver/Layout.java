package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.mechanism.Kinetics;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.Network.Cell;
import io.brainwright.sim.model.synapse.SynapseType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Cuts a network into blocks of cells of like mechanisms and trees, and finds where everything lies. No bit depends on how it is cut. */
final class Layout {
    /** Lanes of a full block: eight doubles, the widest register of CPUs. */
    static final int REGISTER = 8;

    private static final int ELSEWHERE = -1;

    /** chosen: a block of so many cells is filled up with empty lanes, since whole registers are so much faster. */
    private static final int FILLED_FROM = 5;

    /** chosen: columns of some 4 kB, a dozen of which fit the nearest cache, for Java's loops over columns; other sizes were not timed. */
    private static final int JAVA_ELEMENTS = 512;

    final Network network;
    final List<Block> blocks = new ArrayList<>();
    /** The cells that are stepped here; others are stepped by other partitions of the run. */
    final BitSet own;
    /** Block, lane of each cell. */
    final int[] blockOf;

    final int[] laneOf;
    /** Table kind and row of each synapse, within its cell's block; row -1: nothing ever reaches it. */
    final SynapseTable.Kind[] kindOf;

    final int[] rowOf;
    /** Row that holds the states of one recorded synapse alone and acts on nothing; -1: none. */
    final int[] ownRowOf;
    /** Table of each point process among its block's tables. */
    final int[] tableOf;
    /** Place among a point process table's inputs of each connection and each event list. */
    final int[] inputOfConnection;

    final int[] inputOfList;
    private final Map<Compartments, int[]> placesOf = new IdentityHashMap<>();
    private final Map<Compartments, int[]> nodesOf = new IdentityHashMap<>();

    /**
     * @param network what is simulated
     * @param own cells that are stepped here; nothing is kept of what lies on the others
     * @param mostLanes most cells of a block
     * @param mostElements most elements of a block of several cells
     * @param filled whether blocks of almost a register's width get empty lanes
     */
    private Layout(Network network, BitSet own, int mostLanes, int mostElements, boolean filled) {
        this.network = network;
        this.own = own;
        int n = network.cells().size();
        blockOf = new int[n];
        Arrays.fill(blockOf, ELSEWHERE);
        laneOf = new int[n];
        kindOf = new SynapseTable.Kind[network.synapses().size()];
        rowOf = new int[kindOf.length];
        ownRowOf = new int[kindOf.length];
        Arrays.fill(ownRowOf, -1);
        tableOf = new int[kindOf.length];
        inputOfConnection = new int[network.connections().size()];
        inputOfList = new int[network.eventLists().size()];
        cut(mostLanes, mostElements, filled);
        var kinetics = kinetics();
        var points = new PointIndex(network, blockOf);
        for (int b = 0; b < blocks.size(); b++) {
            var builder = new BlockBuilder(this, blocks.get(b), kinetics);
            builder.fill();
            new PointPlaces(this, b, builder.tables, points).fill();
        }
        new SynapsePlaces(this).fill();
        new ProbePlaces(this).fill();
    }

    /** For tests: blocks of at most so many cells. */
    static Layout ofLanes(Network network, int lanes) {
        return new Layout(network, everyCell(network), lanes, Integer.MAX_VALUE, false);
    }

    /** For Java: columns that stay in the nearest cache. */
    static Layout ofColumns(Network network, BitSet own, int threads) {
        return new Layout(network, own, lanes(own, threads), JAVA_ELEMENTS, false);
    }

    /** For OpenCL: a register of lanes wherever there are cells enough for all threads. */
    static Layout ofRegisters(Network network, BitSet own, int threads) {
        return new Layout(network, own, lanes(own, threads), Integer.MAX_VALUE, true);
    }

    private static int lanes(BitSet own, int threads) {
        int each = Math.max(1, own.cardinality() / Math.max(1, threads));
        return each >= FILLED_FROM ? REGISTER : each;
    }

    private Map<Mechanism, Kinetics> kinetics() {
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
        return kinetics;
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
        return blocks.get(blockOf[cell]).element(laneOf[cell], places(cell)[node]);
    }

    /** Place of each node of a cell in its lane. */
    int[] places(int cell) {
        return placesOf.computeIfAbsent(network.cells().get(cell).shape(), NodeOrder::places);
    }

    /** Node of a cell that has an element of its lane; -1 where the element only fills the lane up. */
    int node(int cell, int element) {
        int place = element / blocks.get(blockOf[cell]).width;
        int[] nodes = nodesOf.computeIfAbsent(network.cells().get(cell).shape(), _ -> inverse(places(cell)));
        return place < nodes.length ? nodes[place] : -1;
    }

    private static int[] inverse(int[] places) {
        var nodes = new int[places.length];
        for (int node = 0; node < places.length; node++) {
            nodes[places[node]] = node;
        }
        return nodes;
    }

    private void cut(int mostLanes, int mostElements, boolean filled) {
        var order = new ArrayList<Integer>();
        var mechanisms = new ArrayList<String>();
        var trees = new ArrayList<Integer>();
        for (int c = 0; c < network.cells().size(); c++) {
            var cell = network.cells().get(c);
            if (own.get(c)) {
                order.add(c);
            }
            mechanisms.add(mechanismsOf(cell) + " " + cell.model().ions().cao_mM());
            trees.add(tree(cell.shape()));
        }
        order.sort(Comparator.comparing((Integer c) -> mechanisms.get(c))
                .thenComparing(
                        c -> -nodes(c)) // the largest first, so that the block that is not full is one of small cells
                .thenComparing(c -> trees.get(c))
                .thenComparing(c -> c));
        int from = 0;
        while (from < order.size()) {
            int lanes = Math.clamp(mostElements / nodes(order.get(from)), 1, mostLanes);
            int to = from + 1;
            while (to < order.size()
                    && to - from < lanes
                    && mechanisms.get(order.get(to)).equals(mechanisms.get(order.get(from)))) {
                to++;
            }
            add(order.subList(from, to), filled && to - from >= FILLED_FROM ? REGISTER : to - from);
            from = to;
        }
    }

    /** A number that equal trees share, so that they come to lie side by side. */
    private static int tree(Compartments shape) {
        int hash = 1;
        for (int node = 1; node < shape.count(); node++) {
            hash = 31 * hash + shape.parent(node);
        }
        return hash;
    }

    private void add(List<Integer> cells, int width) {
        var shapes = cells.stream().map(c -> network.cells().get(c).shape()).toList();
        int nodes = cells.stream().mapToInt(this::nodes).max().orElseThrow();
        for (int lane = 0; lane < cells.size(); lane++) {
            blockOf[cells.get(lane)] = blocks.size();
            laneOf[cells.get(lane)] = lane;
        }
        var block = new Block(cells.stream().mapToInt(c -> c).toArray(), width, nodes);
        block.sameTree = width == REGISTER && shapes.stream().allMatch(shape -> sameTree(shape, shapes.getFirst()));
        blocks.add(block);
    }

    private static boolean sameTree(Compartments a, Compartments b) {
        if (a == b) {
            return true;
        }
        boolean same = a.count() == b.count();
        for (int node = 0; same && node < a.count(); node++) {
            same = a.parent(node) == b.parent(node) && a.group(node).equals(b.group(node));
        }
        return same;
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
