package io.brainwright.connectome.model.thalamus;

import io.brainwright.neuro.random.Draws;

/**
 * Where the fibres of one nucleus run: one at a random place of each cell of a square lattice on the flat map, so that they are spread evenly and
 * a fibre lies where it lies however large the tissue is.
 *
 * <p>Fibres are numbered row by row over the box that a circuit needs.
 */
public final class FibreLattice {
    private static final int AROUND = 2;
    private static final long OFFSET = 1L << 31;

    private final String purpose;
    private final long seed;
    private final double edge_um;
    private final long firstColumn;
    private final long firstRow;
    private final int columns;
    private final int rows;

    /**
     * @param nucleus keys the places
     * @param fibres_per_um2 how dense they are
     * @param low_um lower corner of the box, u and v
     * @param high_um upper corner
     */
    public FibreLattice(String nucleus, double fibres_per_um2, double[] low_um, double[] high_um, long seed) {
        assert fibres_per_um2 > 0 : "fibres_per_um2=" + fibres_per_um2;
        this.purpose = "thalamic.fibre." + nucleus;
        this.seed = seed;
        edge_um = 1 / Math.sqrt(fibres_per_um2);
        firstColumn = (long) Math.floor(low_um[0] / edge_um);
        firstRow = (long) Math.floor(low_um[1] / edge_um);
        columns = (int) ((long) Math.floor(high_um[0] / edge_um) - firstColumn) + 1;
        rows = (int) ((long) Math.floor(high_um[1] / edge_um) - firstRow) + 1;
    }

    /** How many fibres run through the box. */
    public int size() {
        return Math.multiplyExact(columns, rows);
    }

    /** Writes where fibre i runs, u and v. */
    public void place(int i, double[] uv) {
        place(firstColumn + i % columns, firstRow + i / columns, uv);
    }

    /** The fibre nearest to a place on the flat map; of the box's border for places outside it. */
    public int nearest(double u_um, double v_um) {
        long column = within((long) Math.floor(u_um / edge_um), firstColumn, columns);
        long row = within((long) Math.floor(v_um / edge_um), firstRow, rows);
        double[] uv = new double[2];
        double nearest = Double.POSITIVE_INFINITY;
        int found = -1;
        for (long r = Math.max(firstRow, row - AROUND); r <= Math.min(firstRow + rows - 1, row + AROUND); r++) {
            for (long c = Math.max(firstColumn, column - AROUND);
                    c <= Math.min(firstColumn + columns - 1, column + AROUND);
                    c++) {
                place(c, r, uv);
                double square = (uv[0] - u_um) * (uv[0] - u_um) + (uv[1] - v_um) * (uv[1] - v_um);
                if (square < nearest) {
                    nearest = square;
                    found = (int) ((r - firstRow) * columns + c - firstColumn);
                }
            }
        }
        return found;
    }

    private void place(long column, long row, double[] uv) {
        var draws = Draws.of(seed, purpose, (column + OFFSET) << 32 | (row + OFFSET));
        uv[0] = (column + draws.nextDouble()) * edge_um;
        uv[1] = (row + draws.nextDouble()) * edge_um;
    }

    private static long within(long at, long first, int count) {
        return Math.max(first, Math.min(first + count - 1, at));
    }
}
