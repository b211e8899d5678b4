package io.brainwright.sim.model.mechanism;

import java.util.Map;

/**
 * A formula over the voltage, parameters and gates of one place. Constants are folded as it is made; equal parts are equal
 * records, so a back end computes them once.
 */
public sealed interface Expression {
    record Constant(double value) implements Expression {}

    record Name(String name) implements Expression {}

    record Sum(Expression a, Expression b) implements Expression {}

    record Difference(Expression a, Expression b) implements Expression {}

    record Product(Expression a, Expression b) implements Expression {}

    record Quotient(Expression a, Expression b) implements Expression {}

    /** exp(x). */
    record Exp(Expression x) implements Expression {}

    /** exp(x) - 1. */
    record Expm1(Expression x) implements Expression {}

    /** x / (exp(x) - 1), 1 at x = 0. */
    record Linoid(Expression x) implements Expression {}

    /** x / (exp(x) - 1) where exp(x) is there already. */
    record LinoidOf(Expression x, Expression exp) implements Expression {}

    /** x where it is above 0, else 0. */
    record Positive(Expression x) implements Expression {}

    /** a below b ? c : d. */
    record IfBelow(Expression a, Expression b, Expression c, Expression d) implements Expression {}

    /** a equal to b ? c : d. */
    record IfEqual(Expression a, Expression b, Expression c, Expression d) implements Expression {}

    /** Natural logarithm of a positive number. */
    record Ln(Expression x) implements Expression {}

    /** Square root. */
    record Sqrt(Expression x) implements Expression {}

    /** The next whole number below. */
    record Floor(Expression x) implements Expression {}

    /** {@link Chance#uniform}: a number in [0, 1) of the stream with the key (two words), by the number of the draw. */
    record Uniform(Expression key0, Expression key1, Expression draw) implements Expression {}

    /** {@link Chance#binomial}: successes of n trials with chance p, from one uniform number. */
    record Binomial(Expression uniform, Expression n, Expression p) implements Expression {}

    static Expression sum(Expression a, Expression b) {
        if (a instanceof Constant(double x) && b instanceof Constant(double y)) {
            return new Constant(x + y);
        }
        return new Sum(a, b);
    }

    static Expression difference(Expression a, Expression b) {
        if (b instanceof Constant(double y)) {
            return sum(a, new Constant(-y));
        }
        return new Difference(a, b);
    }

    static Expression product(Expression a, Expression b) {
        if (a instanceof Constant(double x) && b instanceof Constant(double y)) {
            return new Constant(x * y);
        }
        if (b instanceof Constant) {
            return product(b, a);
        }
        if (a instanceof Constant(double x) && b instanceof Product(Constant(double y), var rest)) {
            return new Product(new Constant(x * y), rest);
        }
        return new Product(a, b);
    }

    /** Dividing by a constant is multiplying by its reciprocal. */
    static Expression quotient(Expression a, Expression b) {
        if (b instanceof Constant(double y)) {
            return product(a, new Constant(1 / y));
        }
        return new Quotient(a, b);
    }

    static Expression negative(Expression a) {
        return product(new Constant(-1), a);
    }

    /** The value at one place; for tables, tests and records (not for the time loop). */
    default double value(Map<String, Double> at) {
        return switch (this) {
            case Constant(double value) -> value;
            case Name(String name) -> {
                var value = at.get(name);
                if (value == null) {
                    throw new IllegalArgumentException("no value for " + name);
                }
                yield value;
            }
            case Sum(var a, var b) -> a.value(at) + b.value(at);
            case Difference(var a, var b) -> a.value(at) - b.value(at);
            case Product(var a, var b) -> a.value(at) * b.value(at);
            case Quotient(var a, var b) -> a.value(at) / b.value(at);
            case Exp(var x) -> Exponential.exp(x.value(at));
            case Expm1(var x) -> Exponential.expm1(x.value(at));
            case Linoid(var x) -> Exponential.linoid(x.value(at));
            case LinoidOf(var x, var exp) -> Exponential.linoid(x.value(at), exp.value(at));
            case Positive(var x) -> Math.max(x.value(at), 0);
            case Ln(var x) -> Logarithm.ln(x.value(at));
            case Sqrt(var x) -> Math.sqrt(x.value(at));
            case Floor(var x) -> Math.floor(x.value(at));
            case Uniform(var k0, var k1, var draw) ->
                Chance.uniform(k0.value(at), k1.value(at), draw.value(at), new int[4]);
            case Binomial(var u, var n, var p) -> Chance.binomial(u.value(at), n.value(at), p.value(at));
            case IfEqual(var a, var b, var c, var d) -> a.value(at) == b.value(at) ? c.value(at) : d.value(at);
            case IfBelow(var a, var b, var c, var d) -> a.value(at) < b.value(at) ? c.value(at) : d.value(at);
        };
    }
}
