package io.brainwright.sim.model.solver;

import java.util.function.Function;

/** One mechanism table in Java: its currents into the matrix, and its gates forward in time. */
final class JavaMechanism {
    private final Block block;
    private final MechanismTable table;
    private final BoundProgram currents;
    private final BoundProgram gates;
    private final double[] v;
    private final double[] eca;
    private final double[] lncai;
    private final double[][] states;

    JavaMechanism(Block block, MechanismTable table, Workspace workspace, double dt_ms) {
        this.block = block;
        this.table = table;
        boolean dense = table.dense();
        v = dense ? block.v_mV : workspace.column(0);
        eca = dense ? block.eca_mV : workspace.column(1);
        lncai = dense ? block.lncai : workspace.column(2);
        Function<String, double[]> input = name -> switch (name) {
            case "v" -> v;
            case "eca" -> eca;
            case "lncai" -> lncai;
            default -> table.column(name);
        };
        var kinetics = table.kinetics();
        int currentCount = kinetics.currents().size();
        currents = new BoundProgram(new Program(Formulas.currents(kinetics)), 2 * currentCount, input, workspace, 3);
        int gateCount = kinetics.gates().size();
        gates = new BoundProgram(new Program(Formulas.gates(kinetics, dt_ms)), 2 * gateCount, input, workspace, 3);
        states = kinetics.gates().stream().map(g -> table.column(g.name())).toArray(double[][]::new);
    }

    void addCurrents() {
        int rows = table.rows();
        var list = table.kinetics().currents();
        boolean calcium = list.stream().anyMatch(c -> c.ion().equals("ca"));
        if (calcium && !table.dense()) {
            gather(block.eca_mV, eca, table.element(), rows);
        }
        currents.run(rows);
        for (int c = 0; c < list.size(); c++) {
            double[] g = currents.output(2 * c);
            double[] e = currents.output(2 * c + 1);
            if (table.dense()) {
                addDense(block.diagonal_uS, g, rows);
                addDense(block.right_nA, g, e, rows);
            } else {
                addSparse(block.diagonal_uS, block.right_nA, g, e, table.element(), rows);
            }
            if (list.get(c).ion().equals("ca")) {
                addCalcium(block.ica_nA, g, block.v_mV, e, table.element(), rows);
            }
        }
    }

    void advanceGates() {
        int rows = table.rows();
        if (states.length == 0) {
            return;
        }
        if (!table.dense()) {
            gather(block.v_mV, v, table.element(), rows);
            gather(block.lncai, lncai, table.element(), rows);
        }
        gates.run(rows);
        for (int s = 0; s < states.length; s++) {
            Steps.relax(states[s], gates.output(2 * s), gates.output(2 * s + 1), rows);
        }
    }

    private static void gather(double[] from, double[] to, int[] element, int n) {
        for (int i = 0; i < n; i++) {
            to[i] = from[element[i]];
        }
    }

    private static void addDense(double[] diagonal, double[] g, int n) {
        for (int i = 0; i < n; i++) {
            diagonal[i] = diagonal[i] + g[i];
        }
    }

    private static void addDense(double[] right, double[] g, double[] e, int n) {
        for (int i = 0; i < n; i++) {
            right[i] = right[i] + g[i] * e[i];
        }
    }

    private static void addSparse(double[] diagonal, double[] right, double[] g, double[] e, int[] element, int n) {
        for (int i = 0; i < n; i++) {
            int at = element[i];
            diagonal[at] += g[i];
            right[at] += g[i] * e[i];
        }
    }

    private static void addCalcium(double[] ica, double[] g, double[] v, double[] e, int[] element, int n) {
        for (int i = 0; i < n; i++) {
            int at = element[i];
            ica[at] += g[i] * (v[at] - e[i]);
        }
    }
}
