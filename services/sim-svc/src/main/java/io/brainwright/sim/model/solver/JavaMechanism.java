package io.brainwright.sim.model.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One mechanism table in Java: its currents into the matrix, and its states forward in time. */
final class JavaMechanism {
    /** Columns of the block that formulas may read, in the order of the workspace's first columns. */
    static final List<String> SHARED = List.of("v", "eca", "lncai", "cai", "ica_nA");

    private static final int TIME = SHARED.size();
    private static final int FIRST_SCRATCH = TIME + 1;

    private final Block block;
    private final MechanismTable table;
    private final Workspace workspace;
    private final BoundProgram currents;
    private final BoundProgram gates;
    private final List<String> readByCurrents;
    private final List<String> readByGates;
    private final double[][] states;
    /** Row, element and length of each run of consecutive elements. */
    private final int[] runs;

    JavaMechanism(Block block, MechanismTable table, Workspace workspace, double dt_ms) {
        this.block = block;
        this.table = table;
        this.workspace = workspace;
        runs = runs(table.element(), table.rows());
        var kinetics = table.kinetics();
        var currentFormulas = Formulas.currents(kinetics);
        var currentProgram = new Program(currentFormulas);
        readByCurrents = shared(currentProgram);
        currents = new BoundProgram(currentProgram, currentFormulas.size(), this::input, workspace, FIRST_SCRATCH);
        var gateFormulas = Formulas.gates(kinetics, dt_ms);
        var gateProgram = new Program(gateFormulas);
        readByGates = shared(gateProgram);
        gates = new BoundProgram(gateProgram, gateFormulas.size(), this::input, workspace, FIRST_SCRATCH);
        states = kinetics.gates().stream().map(g -> table.column(g.name())).toArray(double[][]::new);
    }

    boolean writesCalcium() {
        return table.kinetics().writesCalcium();
    }

    private static int[] runs(int[] element, int rows) {
        var runs = new ArrayList<Integer>();
        for (int row = 0, next; row < rows; row = next) {
            for (next = row + 1; next < rows && element[next] == element[next - 1] + 1; ) {
                next++;
            }
            runs.addAll(List.of(row, element[row], next - row));
        }
        return runs.stream().mapToInt(r -> r).toArray();
    }

    /** Whether row i is element i, so that columns of the block can be read as they are. */
    private boolean direct() {
        return runs.length == 3 && runs[1] == 0;
    }

    private double[] input(String name) {
        if (name.equals("t")) {
            return workspace.column(TIME);
        }
        int shared = SHARED.indexOf(name);
        if (shared < 0) {
            return table.column(name);
        }
        return direct() ? ofBlock(name) : workspace.column(shared);
    }

    private double[] ofBlock(String name) {
        return switch (name) {
            case "v" -> block.v_mV;
            case "eca" -> block.eca_mV;
            case "lncai" -> block.lncai;
            case "cai" -> block.cai_mM;
            case "ica_nA" -> block.ica_nA;
            default -> throw new IllegalStateException(name);
        };
    }

    /** Which shared columns, and the time, a program reads. */
    private static List<String> shared(Program program) {
        var names = new ArrayList<String>();
        for (var step : program.steps()) {
            if (step.code() == Program.Code.INPUT
                    && (SHARED.contains(step.input()) || step.input().equals("t"))) {
                names.add(step.input());
            }
        }
        return names;
    }

    private void fetch(List<String> names, double t_ms) {
        for (var name : names) {
            if (name.equals("t")) {
                Arrays.fill(workspace.column(TIME), 0, table.rows(), t_ms);
            } else if (!direct()) {
                gather(ofBlock(name), workspace.column(SHARED.indexOf(name)), runs);
            }
        }
    }

    /** @param t_ms middle of the step */
    void addCurrents(double t_ms) {
        int rows = table.rows();
        fetch(readByCurrents, t_ms);
        currents.run(rows);
        int output = 0;
        for (var current : table.kinetics().currents()) {
            double[] slope = currents.output(output++);
            double[] right = currents.output(output++);
            add(block.diagonal_uS, slope, runs);
            add(block.right_nA, right, runs);
            if (Formulas.isCalcium(current)) {
                add(block.ica_nA, currents.output(output++), runs);
            }
        }
        for (var store : table.kinetics().before()) {
            System.arraycopy(currents.output(output++), 0, table.column(store.name()), 0, rows);
        }
    }

    /** @param t_ms end of the step */
    void advance(double t_ms) {
        int rows = table.rows();
        var kinetics = table.kinetics();
        if (states.length == 0 && kinetics.after().isEmpty()) {
            return;
        }
        fetch(readByGates, t_ms);
        gates.run(rows);
        for (int s = 0; s < states.length; s++) {
            Steps.relax(states[s], gates.output(2 * s), gates.output(2 * s + 1), rows);
        }
        int output = 2 * states.length;
        for (var store : kinetics.after()) {
            var values = gates.output(output++);
            if (store.name().equals("cai")) {
                for (int i = 0; i < rows; i++) {
                    block.setCalcium(table.element()[i], values[i]);
                }
            } else {
                System.arraycopy(values, 0, table.column(store.name()), 0, rows);
            }
        }
    }

    private static void gather(double[] from, double[] to, int[] runs) {
        for (int r = 0; r < runs.length; r += 3) {
            if (runs[r + 2] > 1) {
                System.arraycopy(from, runs[r + 1], to, runs[r], runs[r + 2]);
            } else {
                to[runs[r]] = from[runs[r + 1]];
            }
        }
    }

    private static void add(double[] sum, double[] part, int[] runs) {
        for (int r = 0; r < runs.length; r += 3) {
            add(sum, runs[r + 1], part, runs[r], runs[r + 2]);
        }
    }

    private static void add(double[] sum, int at, double[] part, int from, int n) {
        for (int i = 0; i < n; i++) {
            sum[at + i] = sum[at + i] + part[from + i];
        }
    }
}
