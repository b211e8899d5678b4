package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Expression.Binomial;
import io.brainwright.sim.model.mechanism.Expression.Constant;
import io.brainwright.sim.model.mechanism.Expression.Difference;
import io.brainwright.sim.model.mechanism.Expression.Exp;
import io.brainwright.sim.model.mechanism.Expression.Expm1;
import io.brainwright.sim.model.mechanism.Expression.Floor;
import io.brainwright.sim.model.mechanism.Expression.IfBelow;
import io.brainwright.sim.model.mechanism.Expression.IfEqual;
import io.brainwright.sim.model.mechanism.Expression.Linoid;
import io.brainwright.sim.model.mechanism.Expression.LinoidOf;
import io.brainwright.sim.model.mechanism.Expression.Ln;
import io.brainwright.sim.model.mechanism.Expression.Name;
import io.brainwright.sim.model.mechanism.Expression.Positive;
import io.brainwright.sim.model.mechanism.Expression.Product;
import io.brainwright.sim.model.mechanism.Expression.Quotient;
import io.brainwright.sim.model.mechanism.Expression.Sqrt;
import io.brainwright.sim.model.mechanism.Expression.Sum;
import io.brainwright.sim.model.mechanism.Expression.Uniform;
import java.util.List;
import java.util.function.UnaryOperator;

/** The formulas inside a formula. */
final class Parts {
    private Parts() {}

    static List<Expression> of(Expression e) {
        return switch (e) {
            case Constant _, Name _ -> List.of();
            case Sum(var a, var b) -> List.of(a, b);
            case Difference(var a, var b) -> List.of(a, b);
            case Product(var a, var b) -> List.of(a, b);
            case Quotient(var a, var b) -> List.of(a, b);
            case Exp(var x) -> List.of(x);
            case Expm1(var x) -> List.of(x);
            case Linoid(var x) -> List.of(x);
            case LinoidOf(var x, var exp) -> List.of(x, exp);
            case Positive(var x) -> List.of(x);
            case Ln(var x) -> List.of(x);
            case Sqrt(var x) -> List.of(x);
            case Floor(var x) -> List.of(x);
            case Uniform(var a, var b, var c) -> List.of(a, b, c);
            case Binomial(var a, var b, var c) -> List.of(a, b, c);
            case IfBelow(var a, var b, var c, var d) -> List.of(a, b, c, d);
            case IfEqual(var a, var b, var c, var d) -> List.of(a, b, c, d);
        };
    }

    /** The same formula of changed parts, as it is written. */
    static Expression rebuilt(Expression e, UnaryOperator<Expression> f) {
        return switch (e) {
            case Constant _, Name _ -> e;
            case Sum(var a, var b) -> Expression.sum(f.apply(a), f.apply(b));
            case Difference(var a, var b) -> Expression.difference(f.apply(a), f.apply(b));
            case Product(var a, var b) -> Expression.product(f.apply(a), f.apply(b));
            case Quotient(var a, var b) -> Expression.quotient(f.apply(a), f.apply(b));
            case Exp(var x) -> new Exp(f.apply(x));
            case Expm1(var x) -> new Expm1(f.apply(x));
            case Linoid(var x) -> new Linoid(f.apply(x));
            case LinoidOf(var x, var exp) -> new LinoidOf(f.apply(x), f.apply(exp));
            case Positive(var x) -> new Positive(f.apply(x));
            case Ln(var x) -> new Ln(f.apply(x));
            case Sqrt(var x) -> new Sqrt(f.apply(x));
            case Floor(var x) -> new Floor(f.apply(x));
            case Uniform(var a, var b, var c) -> new Uniform(f.apply(a), f.apply(b), f.apply(c));
            case Binomial(var a, var b, var c) -> new Binomial(f.apply(a), f.apply(b), f.apply(c));
            case IfBelow(var a, var b, var c, var d) -> new IfBelow(f.apply(a), f.apply(b), f.apply(c), f.apply(d));
            case IfEqual(var a, var b, var c, var d) -> new IfEqual(f.apply(a), f.apply(b), f.apply(c), f.apply(d));
        };
    }

    /** The same formula of changed parts, simplified. */
    static Expression mapped(Expression e, UnaryOperator<Expression> f) {
        return switch (e) {
            case Constant _, Name _ -> e;
            case Sum(var a, var b) -> Algebra.sum(f.apply(a), f.apply(b));
            case Difference(var a, var b) -> Algebra.difference(f.apply(a), f.apply(b));
            case Product(var a, var b) -> Algebra.product(f.apply(a), f.apply(b));
            case Quotient(var a, var b) -> Algebra.quotient(f.apply(a), f.apply(b));
            case Exp(var x) -> Algebra.exp(f.apply(x));
            case Expm1(var x) -> new Expm1(f.apply(x));
            case Linoid(var x) -> new Linoid(f.apply(x));
            case LinoidOf(var x, var exp) -> new LinoidOf(f.apply(x), f.apply(exp));
            case Positive(var x) -> new Positive(f.apply(x));
            case Ln(var x) -> Algebra.ln(f.apply(x));
            case Sqrt(var x) -> Algebra.sqrt(f.apply(x));
            case Floor(var x) -> Algebra.floor(f.apply(x));
            case Uniform(var a, var b, var c) -> new Uniform(f.apply(a), f.apply(b), f.apply(c));
            case Binomial(var a, var b, var c) -> new Binomial(f.apply(a), f.apply(b), f.apply(c));
            case IfBelow(var a, var b, var c, var d) -> Algebra.ifBelow(f.apply(a), f.apply(b), f.apply(c), f.apply(d));
            case IfEqual(var a, var b, var c, var d) -> Algebra.ifEqual(f.apply(a), f.apply(b), f.apply(c), f.apply(d));
        };
    }
}
