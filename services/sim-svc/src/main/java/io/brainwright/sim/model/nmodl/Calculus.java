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
import io.brainwright.sim.model.mechanism.Expression.Ln;
import io.brainwright.sim.model.mechanism.Expression.Name;
import io.brainwright.sim.model.mechanism.Expression.Product;
import io.brainwright.sim.model.mechanism.Expression.Quotient;
import io.brainwright.sim.model.mechanism.Expression.Sqrt;
import io.brainwright.sim.model.mechanism.Expression.Sum;
import io.brainwright.sim.model.mechanism.Expression.Uniform;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Derivatives of formulas, values put in for names, and the names that formulas read. Shared parts are visited once. */
final class Calculus {
    private Calculus() {}

    /** de/dx. */
    static Expression derivative(Expression e, String x) {
        return new Differentiation(x).of(e);
    }

    /** Names that a formula reads. */
    static Set<String> names(Expression e) {
        var names = new HashSet<String>();
        collect(e, names, new IdentityHashMap<>());
        return names;
    }

    /** The formula with another in the place of a name. */
    static Expression with(Expression e, String x, Expression value) {
        return new Substitution(Map.of(x, value)).apply(e);
    }

    /** The formula with others in the place of names. */
    static Expression with(Expression e, Map<String, Expression> values) {
        return new Substitution(values).apply(e);
    }

    private static void collect(Expression e, Set<String> names, Map<Expression, Boolean> seen) {
        if (seen.put(e, true) == null) {
            if (e instanceof Name(String name)) {
                names.add(name);
            }
            Parts.of(e).forEach(part -> collect(part, names, seen));
        }
    }

    private static final class Differentiation {
        private final String x;
        private final Map<Expression, Expression> done = new IdentityHashMap<>();

        Differentiation(String x) {
            this.x = x;
        }

        Expression of(Expression e) {
            var before = done.get(e);
            if (before == null) {
                before = derive(e);
                done.put(e, before);
            }
            return before;
        }

        private Expression derive(Expression e) {
            return switch (e) {
                case Constant _ -> Algebra.ZERO;
                case Name(String name) -> name.equals(x) ? Algebra.ONE : Algebra.ZERO;
                case Sum(var a, var b) -> Algebra.sum(of(a), of(b));
                case Difference(var a, var b) -> Algebra.difference(of(a), of(b));
                case Product(var a, var b) -> Algebra.sum(Algebra.product(of(a), b), Algebra.product(a, of(b)));
                case Quotient(var a, var b) ->
                    Algebra.quotient(Algebra.difference(of(a), Algebra.product(e, of(b))), b);
                case Exp(var a) -> Algebra.product(of(a), e);
                case Expm1(var a) -> Algebra.product(of(a), Algebra.sum(e, Algebra.ONE));
                case Ln(var a) -> Algebra.quotient(of(a), a);
                case Sqrt(var a) -> Algebra.quotient(of(a), Algebra.product(new Constant(2), e));
                case IfBelow(var a, var b, var c, var d) -> Algebra.ifBelow(a, b, of(c), of(d));
                case IfEqual(var a, var b, var c, var d) -> Algebra.ifEqual(a, b, of(c), of(d));
                case Floor _, Uniform _, Binomial _ -> Algebra.ZERO; // steps: flat almost everywhere
                case Linoid _, Expression.LinoidOf _, Expression.Positive _ ->
                    throw new IllegalStateException("a formula read from NMODL never holds this function");
            };
        }
    }

    private record Substitution(Map<String, Expression> values, Map<Expression, Expression> done)
            implements UnaryOperator<Expression> {
        Substitution(Map<String, Expression> values) {
            this(values, new IdentityHashMap<>());
        }

        @Override
        public Expression apply(Expression e) {
            var before = done.get(e);
            if (before == null) {
                before = e instanceof Name(String name) ? values.getOrDefault(name, e) : Parts.mapped(e, this);
                done.put(e, before);
            }
            return before;
        }
    }
}
