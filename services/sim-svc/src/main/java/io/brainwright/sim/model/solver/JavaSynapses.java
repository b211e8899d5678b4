package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.Exponential;

/** One synapse table in Java. */
final class JavaSynapses {
    private final Block block;
    private final SynapseTable table;
    private final double[] v;
    private final double[] g;
    private final double[] right;

    JavaSynapses(Block block, SynapseTable table, Workspace workspace) {
        this.block = block;
        this.table = table;
        v = workspace.column(0);
        g = workspace.column(3);
        right = workspace.column(4);
    }

    void receive(Deliveries.Arrival arrival) {
        for (int k = 0; k < table.kind.exponentials; k++) {
            table.state[k][arrival.row()] += table.jump[k][arrival.row()] * arrival.amount_uS();
        }
    }

    void addCurrents() {
        int n = table.rows;
        switch (table.kind) {
            case SINGLE -> single(g, right, table.state[0], table.e_mV, n);
            case DOUBLE -> pair(g, right, table.state[0], table.state[1], table.e_mV, n);
            case AMPA_NMDA -> {
                for (int i = 0; i < n; i++) {
                    v[i] = block.v_mV[table.element[i]];
                }
                unblocked(g, v, table.mgSlope_per_mV, table.mgRatio, n);
                ampaNmda(g, right, table.state, v, table.e_mV, table.mgSlope_per_mV, n);
            }
        }
        add(block.diagonal_uS, block.right_nA, table.element, g, right, n);
    }

    void decay() {
        for (int k = 0; k < table.kind.exponentials; k++) {
            Steps.decay(table.state[k], table.factor[k], table.rows);
        }
    }

    private static void single(double[] g, double[] right, double[] a, double[] e, int n) {
        for (int i = 0; i < n; i++) {
            g[i] = a[i];
            right[i] = a[i] * e[i];
        }
    }

    private static void pair(double[] g, double[] right, double[] rise, double[] decay, double[] e, int n) {
        for (int i = 0; i < n; i++) {
            double open = decay[i] - rise[i];
            g[i] = open;
            right[i] = open * e[i];
        }
    }

    /** Share of NMDA channels free of magnesium, s(v). */
    private static void unblocked(double[] s, double[] v, double[] slope, double[] ratio, int n) {
        for (int i = 0; i < n; i++) {
            s[i] = 1 / (1 + Exponential.exp(-slope[i] * v[i]) * ratio[i]);
        }
    }

    /**
     * i = (gA + gN s(v)) (v - e); g becomes di/dv = gA + gN s + gN slope s (1 - s) (v - e), the right side di/dv v - i.
     */
    private static void ampaNmda(
            double[] g, double[] right, double[][] state, double[] v, double[] e, double[] slope, int n) {
        double[] riseA = state[0];
        double[] decayA = state[1];
        double[] riseN = state[2];
        double[] decayN = state[3];
        for (int i = 0; i < n; i++) {
            double s = g[i];
            double gN = (decayN[i] - riseN[i]) * s;
            double open = (decayA[i] - riseA[i]) + gN;
            double drive = v[i] - e[i];
            double slopeOfI = open + gN * slope[i] * (1 - s) * drive;
            g[i] = slopeOfI;
            right[i] = slopeOfI * v[i] - open * drive;
        }
    }

    private static void add(double[] diagonal, double[] rightSide, int[] element, double[] g, double[] right, int n) {
        for (int i = 0; i < n; i++) {
            int at = element[i];
            diagonal[at] += g[i];
            rightSide[at] += right[i];
        }
    }
}
