package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Receive;
import io.brainwright.sim.model.synapse.SynapseType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The numbers of a cell that change while it is stepped, one after another in an order that neither threads, lanes, partitions nor
 * back ends change: detector, voltages and calcium by node, calcium pools, synapses, then each mechanism's columns and what
 * its inputs remember.
 */
final class CellState {
    private final Layout layout;
    private final InputNames names;
    private final List<List<MechanismTable>> tablesOf = new ArrayList<>();
    private final Map<Integer, Set<Sum>> synapsesOf;

    CellState(Layout layout) {
        this.layout = layout;
        names = new InputNames(layout);
        for (var block : layout.blocks) {
            tablesOf.add(block.tables.stream()
                    .sorted(Comparator.comparing(MechanismTable::mechanism))
                    .toList());
        }
        synapsesOf = sums();
    }

    /**
     * Visits every changing number of a cell of the layout; the visitor gets it and gives what it is from now on.
     *
     * @param cell index in the network
     * @param each what is done with each number: to save is to give it back, to restore is to give another
     */
    void visit(int cell, DoubleUnaryOperator each) {
        int b = layout.blockOf[cell];
        var block = layout.blocks.get(b);
        int lane = layout.laneOf[cell];
        int nodes = layout.network.cells().get(cell).shape().count();
        block.above[lane] = each.applyAsDouble(block.above[lane]);
        for (int node = 0; node < nodes; node++) {
            visit(block.v_mV, layout.element(cell, node), each);
        }
        for (int node = 0; node < nodes; node++) {
            int at = layout.element(cell, node);
            double before = block.cai_mM[at];
            double now = each.applyAsDouble(before);
            if (Double.doubleToRawLongBits(now) != Double.doubleToRawLongBits(before)) {
                block.setCalcium(at, now);
            }
        }
        for (int row : rows(block.pool.element, cell, Mechanism.CaDyn)) {
            visit(block.pool.cai_mM, row, each);
        }
        for (var sum : synapsesOf.getOrDefault(cell, Set.of())) {
            for (var exponential : block.synapses.get(sum.table()).state) {
                visit(exponential, sum.row(), each);
            }
        }
        for (var table : tablesOf.get(b)) {
            visit(table, cell, each);
        }
    }

    /** The rows that keep the states of a cell's synapses, in the order of these; several share one. */
    private Map<Integer, Set<Sum>> sums() {
        var sums = new HashMap<Integer, Set<Sum>>();
        var synapses = layout.network.synapses();
        for (int s = 0; s < synapses.size(); s++) {
            int cell = synapses.get(s).cell();
            if (synapses.get(s).type() instanceof SynapseType.Point || !layout.has(cell)) {
                continue;
            }
            int table = table(layout.blocks.get(layout.blockOf[cell]), layout.kindOf[s]);
            var of = sums.computeIfAbsent(cell, _ -> new LinkedHashSet<>());
            for (int row : new int[] {layout.rowOf[s], layout.ownRowOf[s]}) {
                if (row >= 0) {
                    of.add(new Sum(table, row));
                }
            }
        }
        return sums;
    }

    private static int table(Block block, SynapseTable.Kind kind) {
        for (int t = 0; t < block.synapses.size(); t++) {
            if (block.synapses.get(t).kind == kind) {
                return t;
            }
        }
        return -1; // none of the block's synapses of this kind has a row
    }

    /**
     * Rows of a table that stand for places of a cell which has the mechanism, by place: aligned rows come before packed ones in a table,
     * and which are which depends on the cells beside.
     */
    private int[] rows(int[] element, int cell, Mechanism mechanism) {
        var block = layout.blocks.get(layout.blockOf[cell]);
        int lane = layout.laneOf[cell];
        return IntStream.range(0, element.length)
                .filter(row -> element[row] < block.elements && element[row] % block.width == lane)
                .filter(row -> isThere(mechanism, cell, element[row]))
                .boxed()
                .sorted(Comparator.comparingInt((Integer row) -> element[row]).thenComparing(row -> row))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** A row in which synapses of one place are summed. */
    private record Sum(int table, int row) {}

    private static void visit(double[] column, int at, DoubleUnaryOperator each) {
        column[at] = each.applyAsDouble(column[at]);
    }

    private void visit(MechanismTable table, int cell, DoubleUnaryOperator each) {
        var columns = changing(table).stream().map(table::column).toArray(double[][]::new);
        int[] rows = rows(table.element(), cell, table.mechanism());
        for (int row : rows) {
            for (var column : columns) {
                visit(column, row, each);
            }
            visitInputsOfSlots(table, row, each);
        }
        var receive = table.kinetics().receive();
        if (rows.length > 0 && receive != null) {
            for (var changed : receive.changed()) {
                var column = table.column(Receive.argument(changed.name()));
                for (int number : names.numbersOf(table, cell)) {
                    visit(column, number, each);
                }
                visit(column, PointPlaces.lastInput(table, receive), each);
            }
        }
    }

    /** The waiting events of a process name their input by its number in the table, which depends on the layout. */
    private void visitInputsOfSlots(MechanismTable table, int row, DoubleUnaryOperator each) {
        var receive = table.kinetics().receive();
        if (receive != null && receive.sendsToItself()) {
            for (int slot = 0; slot < Receive.SLOTS; slot++) {
                var column = table.column(Receive.slot("input", slot));
                double name = each.applyAsDouble(names.name(table, (int) column[row]));
                column[row] = names.number(table, (int) name);
            }
        }
    }

    /** Tables have rows where their mechanism is absent; what they hold acts on nothing. */
    private boolean isThere(Mechanism mechanism, int cell, int element) {
        if (mechanism.isPoint()) {
            return true;
        }
        var c = layout.network.cells().get(cell);
        int node = layout.node(cell, element);
        return node >= 0
                && c.shape().area_um2(node) > 0
                && c.model().membrane(c.shape().group(node)).mechanisms().containsKey(mechanism);
    }

    /** Names of the columns, one value per row, that a step or an event may change. */
    static Set<String> changing(MechanismTable table) {
        var kinetics = table.kinetics();
        var names = new LinkedHashSet<String>();
        kinetics.gates().forEach(g -> names.add(g.name()));
        for (var stores : List.of(kinetics.before(), kinetics.after(), kinetics.start())) {
            stores.forEach(s -> names.add(s.name()));
        }
        var receive = kinetics.receive();
        if (receive != null) {
            receive.columns().forEach(s -> names.add(s.name()));
            for (int w = 0; w < receive.watches().size(); w++) {
                names.add(Receive.watch(w));
            }
            for (int slot = 0; receive.sendsToItself() && slot < Receive.SLOTS; slot++) {
                names.add(Receive.slot("due", slot));
                names.add(Receive.slot("flag", slot));
            }
        }
        names.remove("cai"); // of the place, not of the table
        return names;
    }
}
