package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Expression.Constant;

/** Arithmetic on formulas that drops zeros and ones, so that derivatives stay short. */
final class Algebra {
    static final Constant ZERO = new Constant(0);
    static final Constant ONE = new Constant(1);

    private Algebra() {}

    static boolean is(Expression e, double value) {
        return e instanceof Constant(double c) && c == value;
    }

    static Expression sum(Expression a, Expression b) {
        return is(a, 0) ? b : is(b, 0) ? a : Expression.sum(a, b);
    }

    static Expression difference(Expression a, Expression b) {
        return is(b, 0) ? a : is(a, 0) ? negative(b) : Expression.difference(a, b);
    }

    static Expression negative(Expression a) {
        return a instanceof Constant(double c) ? new Constant(-c) : Expression.negative(a);
    }

    static Expression product(Expression a, Expression b) {
        if (is(a, 0) || is(b, 0)) {
            return ZERO;
        }
        return is(a, 1) ? b : is(b, 1) ? a : Expression.product(a, b);
    }

    static Expression quotient(Expression a, Expression b) {
        if (is(a, 0)) {
            return ZERO;
        }
        if (a instanceof Constant(double x) && b instanceof Constant(double y)) {
            return new Constant(x / y);
        }
        return is(b, 1) ? a : Expression.quotient(a, b);
    }

    /** a below b ? c : d. */
    static Expression ifBelow(Expression a, Expression b, Expression c, Expression d) {
        if (a instanceof Constant(double x) && b instanceof Constant(double y)) {
            return x < y ? c : d;
        }
        return c == d ? c : new Expression.IfBelow(a, b, c, d);
    }

    /** a equal to b ? c : d. */
    static Expression ifEqual(Expression a, Expression b, Expression c, Expression d) {
        if (a instanceof Constant(double x) && b instanceof Constant(double y)) {
            return x == y ? c : d;
        }
        return c == d ? c : new Expression.IfEqual(a, b, c, d);
    }

    /** exp(x); beyond 700 either way the result is 0 or infinite anyway, and the squaring needs a limit. */
    static Expression exp(Expression x) {
        if (x instanceof Constant(double c)) {
            return new Constant(StrictMath.exp(c));
        }
        return new Expression.Exp(atLeast(atMost(x, 700), -700));
    }

    static Expression atLeast(Expression x, double limit) {
        return ifBelow(x, new Constant(limit), new Constant(limit), x);
    }

    static Expression atMost(Expression x, double limit) {
        return ifBelow(new Constant(limit), x, new Constant(limit), x);
    }

    static Expression ln(Expression x) {
        return x instanceof Constant(double c) ? new Constant(StrictMath.log(c)) : new Expression.Ln(x);
    }

    static Expression sqrt(Expression x) {
        return x instanceof Constant(double c) ? new Constant(Math.sqrt(c)) : new Expression.Sqrt(x);
    }

    /** a^b: products for small whole b, else exp(b ln a). */
    static Expression power(Expression a, Expression b) {
        if (a instanceof Constant(double x) && b instanceof Constant(double y)) {
            return new Constant(StrictMath.pow(x, y));
        }
        if (b instanceof Constant(double y) && y == Math.rint(y) && Math.abs(y) <= 16) {
            var e = wholePower(a, (int) Math.abs(y));
            return y < 0 ? quotient(ONE, e) : e;
        }
        return exp(product(b, ln(a)));
    }

    private static Expression wholePower(Expression a, int n) {
        Expression e = ONE;
        for (int i = 0; i < n; i++) {
            e = product(e, a);
        }
        return e;
    }

    /** The next whole number below. */
    static Expression floor(Expression x) {
        return x instanceof Constant(double c) ? new Constant(Math.floor(c)) : new Expression.Floor(x);
    }

    static Expression abs(Expression x) {
        return ifBelow(x, ZERO, negative(x), x);
    }

    /** (e^2x - 1) / (e^2x + 1). */
    static Expression tanh(Expression x) {
        var y = new Expression.Expm1(product(new Constant(2), atLeast(atMost(x, 20), -20)));
        return quotient(y, sum(y, new Constant(2)));
    }
}
