package io.brainwright.synthesis.model.growth;

import java.util.Arrays;

/**
 * The matching of rows to columns of greatest total value, one row after the other; at least as many columns as rows.
 *
 * @see <a href="https://doi.org/10.1002/nav.3800020109">Kuhn 1955, The Hungarian method for the assignment problem</a>
 */
final class Matching {
    private static final int NONE = -1;

    private final double[][] values;
    private final int columns;
    private final double[] ofRow;
    private final double[] ofColumn;
    private final int[] rowAt;

    Matching(double[][] values) {
        this.values = values;
        this.columns = values.length == 0 ? 0 : values[0].length;
        assert columns >= values.length : values.length + " rows, " + columns + " columns";
        this.ofRow = new double[values.length];
        this.ofColumn = new double[columns];
        this.rowAt = new int[columns];
        Arrays.fill(rowAt, NONE);
    }

    /** Adds a row along the path that costs least: columns are reached from the new row, or from the rows of columns already reached. */
    void add(int row) {
        var slack = new double[columns];
        var from = new int[columns];
        var reached = new boolean[columns];
        Arrays.fill(slack, Double.POSITIVE_INFINITY);
        Arrays.fill(from, NONE);
        int r = row;
        int at = NONE;
        do {
            int next = NONE;
            for (int c = 0; c < columns; c++) {
                if (!reached[c]) {
                    double left = ofRow[r] + ofColumn[c] - values[r][c];
                    if (left < slack[c]) {
                        slack[c] = left;
                        from[c] = at;
                    }
                    if (next == NONE || slack[c] < slack[next]) {
                        next = c;
                    }
                }
            }
            lower(row, slack, reached, slack[next]);
            reached[next] = true;
            at = next;
            r = rowAt[at];
        } while (r != NONE);
        for (int c = at; c != NONE; c = from[c]) {
            rowAt[c] = from[c] == NONE ? row : rowAt[from[c]];
        }
    }

    private void lower(int row, double[] slack, boolean[] reached, double by) {
        ofRow[row] -= by;
        for (int c = 0; c < columns; c++) {
            if (reached[c]) {
                ofRow[rowAt[c]] -= by;
                ofColumn[c] += by;
            } else {
                slack[c] -= by;
            }
        }
    }

    /** Value of the rows added so far. */
    double value() {
        double sum = 0;
        for (int c = 0; c < columns; c++) {
            sum += rowAt[c] == NONE ? 0 : values[rowAt[c]][c];
        }
        return sum;
    }
}
