package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.Logarithm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A few cells that are stepped together; the state of the solver.
 *
 * <p>The node at place k ({@link NodeOrder}) of lane w is element k * width + w, so that neighbours in memory are independent of each other in the tree solve.
 * Short cells are padded with nodes that hang on their root by no conductance. The last 8 elements are spare: padding of
 * tables reads and writes there.
 */
final class Block {
    private static final double LEAST_CALCIUM_mM = 1e-7;

    /** Index in the network of each lane's cell. */
    final int[] cells;

    /** Lanes; those beyond the cells are empty. */
    final int width;
    /** Elements that hold nodes: a multiple of 8. */
    final int elements;
    /** Whether the lanes are a register of eight whose cells have the same tree: then parents are the same in all. */
    boolean sameTree;

    final int[] parent;
    final double[] toParent_uS;
    /** Capacity over dt plus all axial conductances. */
    final double[] base_uS;
    /** Capacity over dt. */
    final double[] capacity_uS;

    final double[] v_mV;
    final double[] diagonal_uS;
    final double[] right_nA;
    final double[] ica_nA;
    final double[] eca_mV;
    final double[] lncai;
    final double[] cai_mM;

    final List<MechanismTable> tables = new ArrayList<>();
    final List<SynapseTable> synapses = new ArrayList<>();
    CalciumPool pool = new CalciumPool(Rows.of(new int[0], 0, Rows.NEVER));
    /** RT / 2F, mV. */
    double nernst_mV;
    /** ln cao. */
    double lncao;

    /** Element of each drive (stimulus, clamp or gap side). */
    int[] driveElement = {};

    final int[] detectorElement;
    final double[] threshold_mV;
    /** 1 where the detector was above its threshold after the last step. */
    final double[] above;

    /** Per recording: what this block contributes. */
    final List<Probe> probes = new ArrayList<>();

    /**
     * @param recording index of the recording
     * @param everySteps sampling interval
     * @param places places of the whole recording
     * @param source array of each of this block's places
     * @param index position in it
     * @param place place in the frame
     */
    @SuppressWarnings("ArrayRecordComponent") // owned by the block, never compared
    record Probe(int recording, int everySteps, int places, double[][] source, int[] index, int[] place) {}

    /**
     * @param cells index of each lane's cell
     * @param width lanes
     * @param nodes of the largest cell
     */
    Block(int[] cells, int width, int nodes) {
        this.cells = cells;
        this.width = width;
        elements = (nodes * width + 7) / 8 * 8;
        int length = elements + 8;
        parent = new int[length];
        for (int e = 0; e < length; e++) {
            parent[e] = e < elements ? e % width : elements;
        }
        toParent_uS = new double[length];
        base_uS = new double[length];
        Arrays.fill(base_uS, 1);
        capacity_uS = new double[length];
        v_mV = new double[length];
        diagonal_uS = new double[length];
        right_nA = new double[length];
        ica_nA = new double[length];
        eca_mV = new double[length];
        lncai = new double[length];
        cai_mM = new double[length];
        detectorElement = new int[width];
        Arrays.fill(detectorElement, elements);
        threshold_mV = new double[width];
        Arrays.fill(threshold_mV, Double.POSITIVE_INFINITY);
        above = new double[width];
    }

    /** Calcium of an element, and what follows from it. */
    void setCalcium(int at, double cai) {
        double ln = Logarithm.ln(cai > LEAST_CALCIUM_mM ? cai : LEAST_CALCIUM_mM);
        cai_mM[at] = cai;
        lncai[at] = ln;
        eca_mV[at] = nernst_mV * (lncao - ln);
    }

    int element(int lane, int place) {
        return place * width + lane;
    }

    /** Bytes of all columns. */
    long bytes() {
        long values = 10L * v_mV.length + 5L * pool.rows;
        long numbers = parent.length + pool.rows;
        return Double.BYTES * values
                + Integer.BYTES * numbers
                + tables.stream().mapToLong(MechanismTable::bytes).sum()
                + synapses.stream().mapToLong(SynapseTable::bytes).sum();
    }
}
