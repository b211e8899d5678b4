package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.mechanism.Expression;

/** Solves A x = b by Gaussian elimination on formulas; without exchanges, so the diagonal must not vanish. */
final class LinearEquations {
    private LinearEquations() {}

    static Expression[] solve(Expression[][] A, Expression[] b) {
        int n = b.length;
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                if (Algebra.is(A[i][k], 0)) {
                    continue;
                }
                var f = Algebra.quotient(A[i][k], A[k][k]);
                for (int j = k + 1; j < n; j++) {
                    A[i][j] = Algebra.difference(A[i][j], Algebra.product(f, A[k][j]));
                }
                b[i] = Algebra.difference(b[i], Algebra.product(f, b[k]));
            }
        }
        var x = new Expression[n];
        for (int i = n - 1; i >= 0; i--) {
            var sum = b[i];
            for (int j = i + 1; j < n; j++) {
                sum = Algebra.difference(sum, Algebra.product(A[i][j], x[j]));
            }
            x[i] = Algebra.quotient(sum, A[i][i]);
        }
        return x;
    }
}
