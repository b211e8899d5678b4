package io.brainwright.sim.sonata;

import io.brainwright.sonata.hdf5.Columns;
import java.lang.reflect.Array;

/** Numbers of a column, whatever width its writer chose. */
final class Numbers {
    private Numbers() {}

    static double at(Columns columns, String name, int row) {
        return ((Number) Array.get(columns.array(name), row)).doubleValue();
    }

    /** The same, or a value where there is no such column. */
    static double at(Columns columns, String name, int row, double otherwise) {
        return columns.has(name) ? at(columns, name, row) : otherwise;
    }

    static double[] all(Columns columns, String name) {
        var values = new double[columns.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = at(columns, name, row);
        }
        return values;
    }
}
