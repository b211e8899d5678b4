package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.Kinetics;
import io.brainwright.sim.model.mechanism.Mechanism;
import java.util.Map;

/**
 * All places of one mechanism in a block: columns of parameters and gates, one row per place ({@link Rows}).
 *
 * <p>Densities are stored times the place's area, as uS; rows without the mechanism have density 0.
 *
 * @param mechanism what
 * @param kinetics its equations
 * @param rows rows with padding
 * @param aligned how many rows, from the first, stand for eight consecutive elements each eight, the first a multiple of 8
 * @param element element of each row
 * @param columns parameters and gates by name, and "ena", "ek"
 */
@SuppressWarnings("ArrayRecordComponent") // owned by the block, never compared
record MechanismTable(
        Mechanism mechanism, Kinetics kinetics, int rows, int aligned, int[] element, Map<String, double[]> columns) {

    double[] column(String name) {
        var column = columns.get(name);
        if (column == null) {
            throw new IllegalStateException(mechanism + " has no column " + name);
        }
        return column;
    }

    /** Bytes of all columns. */
    long bytes() {
        long values = columns.values().stream().mapToLong(c -> c.length).sum();
        return Double.BYTES * values + (long) Integer.BYTES * rows;
    }

    /** Whether a column never changes. */
    boolean fixed(String name) {
        return kinetics.receive() == null && !kinetics.writes(name);
    }

    /** Row of an element, -1 if it has none. */
    int rowOf(int wanted) {
        for (int i = 0; i < rows; i++) {
            if (element[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
