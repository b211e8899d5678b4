package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.mechanism.Kinetics;
import io.brainwright.sim.model.mechanism.Mechanism;
import java.util.Map;

/**
 * All places of one mechanism in a block: columns of parameters and gates, one row per place.
 *
 * <p>A dense table has one row per element of the block, in the block's order, rows without the mechanism having density 0; it
 * needs no gathering. Densities are stored times the place's area, as uS. Rows are padded to a multiple of 8; padding points
 * to the block's spare element.
 *
 * @param mechanism what
 * @param kinetics its equations
 * @param rows rows with padding
 * @param dense whether row i is element i
 * @param element element of each row
 * @param columns parameters and gates by name, and "ena", "ek"
 */
@SuppressWarnings("ArrayRecordComponent") // owned by the block, never compared
record MechanismTable(
        Mechanism mechanism, Kinetics kinetics, int rows, boolean dense, int[] element, Map<String, double[]> columns) {

    double[] column(String name) {
        var column = columns.get(name);
        if (column == null) {
            throw new IllegalStateException(mechanism + " has no column " + name);
        }
        return column;
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
