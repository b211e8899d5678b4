package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.Kinetics.Store;
import io.brainwright.sim.model.mechanism.Receive;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The events of one point process table in Java: those from outside, and those that a process sends to itself. */
final class JavaPoints {
    /** chosen: a process that sends itself so many events at one time sends them without end. */
    static final int MOST_AT_ONCE = 1000;

    private final Block block;
    private final MechanismTable table;
    private final Receive receive;
    private final BoundProgram program;
    /** The one value of each column that the handler reads. */
    private final Map<String, double[]> inputs = new HashMap<>();

    private final BoundProgram watches;
    private final Map<String, double[]> watchInputs = new HashMap<>();
    private final double[][] due;
    private final double[][] flag;
    private final double[][] input;
    private final int lastInput;
    /** Whether a process awaited more events than it has room for, or sent them without end. */
    boolean overrun;

    JavaPoints(Block block, MechanismTable table, Receive receive) {
        this.block = block;
        this.table = table;
        this.receive = receive;
        var formulas = Formulas.receive(receive);
        program = new BoundProgram(
                new Program(formulas),
                formulas.size(),
                name -> inputs.computeIfAbsent(name, _ -> new double[1]),
                new Workspace(1),
                0);
        var watchFormulas = Formulas.watches(receive);
        watches = new BoundProgram(
                new Program(watchFormulas),
                watchFormulas.size(),
                name -> watchInputs.computeIfAbsent(name, _ -> new double[1]),
                new Workspace(1),
                0);
        due = slots("due");
        flag = slots("flag");
        input = slots("input");
        lastInput = PointPlaces.lastInput(table, receive);
    }

    private double[][] slots(String what) {
        var columns = new double[receive.sendsToItself() ? Receive.SLOTS : 0][];
        for (int s = 0; s < columns.length; s++) {
            columns[s] = table.column(Receive.slot(what, s));
        }
        return columns;
    }

    /** An event from outside; what the process has sent itself until then comes first. */
    void receive(Deliveries.PointArrival arrival) {
        flush(arrival.row(), arrival.t_ms());
        handle(arrival.row(), arrival.input(), 0, arrival.t_ms());
    }

    /** Handles what the processes have sent themselves. */
    void flush(double until_ms) {
        if (due.length > 0) {
            for (int row = 0; row < table.rows(); row++) {
                flush(row, until_ms);
            }
        }
    }

    private void flush(int row, double until_ms) {
        for (int handled = 0; due.length > 0; handled++) {
            int next = 0;
            for (int s = 1; s < due.length; s++) {
                next = due[s][row] < due[next][row] ? s : next;
            }
            double t_ms = due[next][row];
            if (t_ms > until_ms) {
                return;
            }
            if (handled == MOST_AT_ONCE) {
                overrun = true;
                return;
            }
            due[next][row] = Receive.NEVER_ms;
            handle(row, (int) input[next][row], flag[next][row], t_ms);
        }
    }

    /** Events of conditions that begin to hold; before anything else of a step. */
    void watch(double t_ms) {
        int count = receive.watches().size();
        for (int row = 0; count > 0 && row < table.rows(); row++) {
            fill(watchInputs, row, 0, 0, t_ms);
            watches.run(1);
            for (int w = 0; w < count; w++) {
                var armed = table.column(Receive.watch(w));
                double holds = watches.output(2 * w)[0];
                if (armed[row] == 1 && holds != 0) {
                    armed[row] = 2;
                    handle(row, lastInput, watches.output(2 * w + 1)[0], t_ms);
                } else if (armed[row] == 2 && holds == 0) {
                    armed[row] = 1;
                }
            }
        }
    }

    private void fill(Map<String, double[]> into, int row, int inputNumber, double flagValue, double t_ms) {
        int at = table.element()[row];
        into.forEach((name, value) -> value[0] = switch (name) {
            case "v" -> block.v_mV[at];
            case "eca" -> block.eca_mV[at];
            case "lncai" -> block.lncai[at];
            case "cai" -> block.cai_mM[at];
            case "t" -> t_ms;
            case "flag" -> flagValue;
            default -> table.column(name)[name.startsWith("@") ? inputNumber : row];
        });
    }

    private void handle(int row, int inputNumber, double flagValue, double t_ms) {
        fill(inputs, row, inputNumber, flagValue, t_ms);
        program.run(1);
        int output = 0;
        for (Store store : receive.columns()) {
            table.column(store.name())[row] = program.output(output++)[0];
        }
        for (Store store : receive.changed()) {
            table.column(Receive.argument(store.name()))[inputNumber] = program.output(output++)[0];
        }
        for (int s = 0; s < receive.sends().size(); s++) {
            send(row, program.output(output++)[0], program.output(output++)[0], inputNumber);
        }
    }

    private void send(int row, double due_ms, double flagValue, int inputNumber) {
        if (due_ms >= Receive.NEVER_ms) {
            return;
        }
        for (int s = 0; s < due.length; s++) {
            if (due[s][row] >= Receive.NEVER_ms) {
                due[s][row] = due_ms;
                flag[s][row] = flagValue;
                input[s][row] = inputNumber;
                return;
            }
        }
        overrun = true;
    }

    /** The tables of a block that take events. */
    static List<JavaPoints> of(Block block) {
        return block.tables.stream()
                .flatMap(t -> {
                    var receive = t.kinetics().receive();
                    return receive == null
                            ? java.util.stream.Stream.empty()
                            : java.util.stream.Stream.of(new JavaPoints(block, t, receive));
                })
                .toList();
    }

    /** Whether its table is the one of this place in the block. */
    boolean isTable(int place) {
        return block.tables.get(place) == table;
    }
}
