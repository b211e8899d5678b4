package io.brainwright.neuro.inference;

import java.util.Arrays;

/**
 * Sparse Cholesky factor of a symmetric positive definite matrix, A = L L', with solutions and the entries of the inverse at the places of L.
 *
 * <p>Right-looking, column by column, in the order of an {@link Elimination}. The inverse by Takahashi's recursion (Takahashi, Fagan &amp; Chen
 * 1973; Erisman &amp; Tinney 1975, doi:10.1145/360680.360704), which needs no more entries than L has. One thread: equal input, equal bits.
 */
final class Factor {
    private final Elimination elimination;
    private final double[] diagonal;
    private final double[][] below;

    /** Starts with the zero matrix; {@link #add} fills it, {@link #factorise} turns it into L. */
    Factor(Elimination elimination) {
        this.elimination = elimination;
        this.diagonal = new double[elimination.size()];
        this.below = new double[diagonal.length][];
        for (int j = 0; j < below.length; j++) {
            below[j] = new double[elimination.below(j).length];
        }
    }

    /** Adds {@code weight · g g'}. */
    void add(int[] unknowns, double[] g, double weight) {
        for (int a = 0; a < unknowns.length; a++) {
            int i = elimination.place(unknowns[a]);
            diagonal[i] += weight * g[a] * g[a];
            for (int b = 0; b < a; b++) {
                int j = elimination.place(unknowns[b]);
                int column = Math.min(i, j);
                below[column][Arrays.binarySearch(elimination.below(column), Math.max(i, j))] += weight * g[a] * g[b];
            }
        }
    }

    /** Turns the matrix into its factor. */
    void factorise() {
        for (int j = 0; j < diagonal.length; j++) {
            assert diagonal[j] > 0 : "not positive definite at " + elimination.unknown(j);
            diagonal[j] = Math.sqrt(diagonal[j]);
            var rows = elimination.below(j);
            var column = below[j];
            for (int a = 0; a < rows.length; a++) {
                column[a] /= diagonal[j];
            }
            for (int a = 0; a < rows.length; a++) {
                int k = rows[a];
                diagonal[k] -= column[a] * column[a];
                var others = elimination.below(k);
                int at = 0;
                for (int b = a + 1; b < rows.length; b++) {
                    while (others[at] != rows[b]) {
                        at++;
                    }
                    below[k][at] -= column[a] * column[b];
                }
            }
        }
    }

    /** Solves A x = b. */
    double[] solve(double[] b) {
        int n = diagonal.length;
        var x = new double[n];
        for (int p = 0; p < n; p++) {
            x[p] = b[elimination.unknown(p)];
        }
        for (int j = 0; j < n; j++) {
            if (x[j] == 0) {
                continue;
            }
            x[j] /= diagonal[j];
            var rows = elimination.below(j);
            for (int a = 0; a < rows.length; a++) {
                x[rows[a]] -= below[j][a] * x[j];
            }
        }
        for (int j = n - 1; j >= 0; j--) {
            var rows = elimination.below(j);
            double sum = x[j];
            for (int a = 0; a < rows.length; a++) {
                sum -= below[j][a] * x[rows[a]];
            }
            x[j] = sum / diagonal[j];
        }
        var out = new double[n];
        for (int p = 0; p < n; p++) {
            out[elimination.unknown(p)] = x[p];
        }
        return out;
    }

    /** The inverse of A at the places of L; asked with {@link Inverse#quadratic}. */
    Inverse inverse() {
        int n = diagonal.length;
        var middle = new double[n];
        var lower = new double[n][];
        for (int j = n - 1; j >= 0; j--) {
            var rows = elimination.below(j);
            var scaled = new double[rows.length];
            for (int a = 0; a < rows.length; a++) {
                scaled[a] = below[j][a] / diagonal[j];
            }
            var column = new double[rows.length];
            for (int a = 0; a < rows.length; a++) {
                int k = rows[a];
                column[a] -= middle[k] * scaled[a];
                var others = elimination.below(k);
                int at = 0;
                for (int b = a + 1; b < rows.length; b++) {
                    while (others[at] != rows[b]) {
                        at++;
                    }
                    column[b] -= lower[k][at] * scaled[a];
                    column[a] -= lower[k][at] * scaled[b];
                }
            }
            middle[j] = 1 / (diagonal[j] * diagonal[j]);
            for (int a = 0; a < rows.length; a++) {
                middle[j] -= scaled[a] * column[a];
            }
            lower[j] = column;
        }
        return new Inverse(elimination, middle, lower);
    }

    /** Entries of the inverse. */
    static final class Inverse {
        private final Elimination elimination;
        private final double[] middle;
        private final double[][] lower;

        private Inverse(Elimination elimination, double[] middle, double[][] lower) {
            this.elimination = elimination;
            this.middle = middle;
            this.lower = lower;
        }

        /** A^-1 at (i, i). */
        double at(int unknown) {
            return middle[elimination.place(unknown)];
        }

        /** g' A^-1 g for unknowns that stand in one relation. */
        double quadratic(int[] unknowns, double[] g) {
            double sum = 0;
            for (int a = 0; a < unknowns.length; a++) {
                int i = elimination.place(unknowns[a]);
                sum += g[a] * g[a] * middle[i];
                for (int b = 0; b < a; b++) {
                    int j = elimination.place(unknowns[b]);
                    int column = Math.min(i, j);
                    sum += 2
                            * g[a]
                            * g[b]
                            * lower[column][Arrays.binarySearch(elimination.below(column), Math.max(i, j))];
                }
            }
            return sum;
        }
    }
}
