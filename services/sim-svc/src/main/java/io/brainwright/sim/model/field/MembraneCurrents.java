package io.brainwright.sim.model.field;

import io.brainwright.sim.model.cell.Compartments;

/**
 * The whole current that leaves each compartment through its membrane (ionic, synaptic and capacitive), outward positive.
 *
 * <pre>{@code  i_k = sum over neighbours G (v_neighbour - v_k)  +  injected_k }</pre>
 *
 * Kirchhoff's law at the end of an implicit step: what flows in along the cable and from electrodes leaves through the membrane. So
 * the currents of a cell add up to what is injected into it.
 */
public final class MembraneCurrents {
    private MembraneCurrents() {}

    /**
     * @param shape the cell
     * @param v_mV voltage of each node at the end of a step
     * @param injected_nA current of electrodes into each node during the step; becomes the membrane current of each node (0 at
     *     zero-area ends but for rounding)
     */
    public static void of(Compartments shape, double[] v_mV, double[] injected_nA) {
        for (int node = 1; node < shape.count(); node++) {
            int p = shape.parent(node);
            double inward_nA = shape.toParent_uS(node) * (v_mV[p] - v_mV[node]); // uS mV = nA
            injected_nA[node] += inward_nA;
            injected_nA[p] -= inward_nA;
        }
    }
}
