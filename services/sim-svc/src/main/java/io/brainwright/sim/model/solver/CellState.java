package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.Receive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/**
 * The numbers of a cell that change while it is stepped, one after another in an order that neither threads, lanes, partitions nor
 * back ends change: detector, voltages and calcium by node, calcium pools, synapses, then each mechanism's columns and what
 * its inputs remember.
 */
final class CellState {
    private final Layout layout;
    private final InputNames names;
    private final List<List<MechanismTable>> tablesOf = new ArrayList<>();

    CellState(Layout layout) {
        this.layout = layout;
        names = new InputNames(layout);
        for (var block : layout.blocks) {
            tablesOf.add(block.tables.stream()
                    .sorted(Comparator.comparing(MechanismTable::mechanism))
                    .toList());
        }
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
            visit(block.v_mV, block.element(lane, node), each);
        }
        for (int node = 0; node < nodes; node++) {
            int at = block.element(lane, node);
            double before = block.cai_mM[at];
            double now = each.applyAsDouble(before);
            if (Double.doubleToRawLongBits(now) != Double.doubleToRawLongBits(before)) {
                block.setCalcium(at, now);
            }
        }
        for (int row = 0; row < block.pool.rows; row++) {
            if (isOf(block, block.pool.element[row], lane)) {
                visit(block.pool.cai_mM, row, each);
            }
        }
        for (var table : block.synapses) {
            for (int row = 0; row < table.rows; row++) {
                if (isOf(block, table.element[row], lane)) {
                    for (var exponential : table.state) {
                        visit(exponential, row, each);
                    }
                }
            }
        }
        for (var table : tablesOf.get(b)) {
            visit(table, cell, each);
        }
    }

    private static void visit(double[] column, int at, DoubleUnaryOperator each) {
        column[at] = each.applyAsDouble(column[at]);
    }

    private static boolean isOf(Block block, int element, int lane) {
        return element < block.elements && element % block.width == lane;
    }

    private void visit(MechanismTable table, int cell, DoubleUnaryOperator each) {
        var block = layout.blocks.get(layout.blockOf[cell]);
        int lane = layout.laneOf[cell];
        var columns = changing(table).stream().map(table::column).toArray(double[][]::new);
        boolean any = false;
        for (int row = 0; row < table.rows(); row++) {
            int element = table.element()[row];
            if (isOf(block, element, lane) && isThere(table, cell, element / block.width)) {
                any = true;
                for (var column : columns) {
                    visit(column, row, each);
                }
                visitInputsOfSlots(table, row, each);
            }
        }
        var receive = table.kinetics().receive();
        if (any && receive != null) {
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

    /** A dense table has rows where its mechanism is absent; what they hold acts on nothing. */
    private boolean isThere(MechanismTable table, int cell, int node) {
        if (!table.dense()) {
            return true;
        }
        var c = layout.network.cells().get(cell);
        return node < c.shape().count()
                && c.shape().area_um2(node) > 0
                && c.model().membrane(c.shape().group(node)).mechanisms().containsKey(table.mechanism());
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
