package io.brainwright.connectome.model.analysis;

/** How many partners cells have within what is looked at, and how many synapses a connection has. */
public final class Degrees {
    private final int[] out;
    private final int[] in;

    private Degrees(int[] out, int[] in) {
        this.out = out;
        this.in = in;
    }

    /** Counts connections from the sending to the receiving side. */
    public static Degrees of(CellGraph graph, Somata somata, Sides sides) {
        int[] out = new int[graph.cells()];
        int[] in = new int[graph.cells()];
        for (int a = 0; a < graph.cells(); a++) {
            for (int e = graph.begin(a); e < graph.end(a); e++) {
                if (sides.holds(somata, a, graph.other(e))) {
                    out[a]++;
                    in[graph.other(e)]++;
                }
            }
        }
        return new Degrees(out, in);
    }

    /** Distinct receiving cells that a cell contacts. */
    public int out(int cell) {
        return out[cell];
    }

    /** Distinct sending cells that contact a cell: its convergence. */
    public int in(int cell) {
        return in[cell];
    }
}
