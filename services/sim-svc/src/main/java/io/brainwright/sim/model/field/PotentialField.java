package io.brainwright.sim.model.field;

import io.brainwright.sim.model.cell.Compartments;
import java.util.ArrayList;
import java.util.List;

/**
 * Extracellular potential of many cells at electrodes:
 *
 * <pre>{@code  phi_e = sum over cells, nodes  w_e,k i_k }</pre>
 *
 * with i the {@link MembraneCurrents} and w_e,k the potential per current of the {@link Source} that node k is. Science:
 * docs/science/extracellular-potential.md.
 */
public final class PotentialField {
    /**
     * Conductivity of grey matter. chosen: 0.3 S/m, the customary value; Goto et al. 2010, doi 10.1152/jn.00122.2010 (rat barrel cortex),
     * measured about that, a little more across the layers than along them.
     */
    public static final double SIGMA_S_PER_M = 0.3;

    private final List<Electrode> electrodes;
    private final List<Cell> cells = new ArrayList<>();

    public PotentialField(List<Electrode> electrodes) {
        this.electrodes = List.copyOf(electrodes);
    }

    /** What flows into a cell's nodes from electrodes inside it. */
    public interface Injection {
        /** Adds the current during the step that ends at a time to each node of a cell. */
        void add(int cell, double end_ms, double[] into_nA);
    }

    @SuppressWarnings("ArrayRecordComponent") // large; owned, never compared
    private record Cell(Compartments shape, float[][] mV_per_nA) {}

    /** The contacts, in the order of the potentials. */
    public List<Electrode> electrodes() {
        return electrodes;
    }

    /**
     * Adds the next cell.
     *
     * @param sources what each compartment is, by node; nodes without membrane are absent from it
     */
    public void add(Compartments shape, List<NodeSource> sources) {
        var weights = new float[electrodes.size()][shape.count()];
        for (int e = 0; e < weights.length; e++) {
            for (var s : sources) {
                weights[e][s.node()] =
                        (float) s.source().mV_per_nA(electrodes.get(e).at(), SIGMA_S_PER_M);
            }
        }
        cells.add(new Cell(shape, weights));
    }

    /** A node and the source that its membrane is. */
    public record NodeSource(int node, Source source) {}

    /**
     * Potentials at the end of a step, mV.
     *
     * @param v_mV voltages of all nodes of all cells, cell after cell
     * @param t_ms end of the step; at 0 no current has flowed yet
     */
    public double[] at(double t_ms, double[] v_mV, Injection injection) {
        var phi_mV = new double[electrodes.size()];
        int begin = 0;
        for (int c = 0; c < cells.size() && t_ms > 0; c++) {
            var cell = cells.get(c);
            int n = cell.shape().count();
            var i_nA = new double[n];
            injection.add(c, t_ms, i_nA);
            MembraneCurrents.of(cell.shape(), java.util.Arrays.copyOfRange(v_mV, begin, begin + n), i_nA);
            for (int e = 0; e < phi_mV.length; e++) {
                phi_mV[e] += dot(cell.mV_per_nA()[e], i_nA);
            }
            begin += n;
        }
        return phi_mV;
    }

    private static double dot(float[] weights, double[] i_nA) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * i_nA[k];
        }
        return sum;
    }
}
