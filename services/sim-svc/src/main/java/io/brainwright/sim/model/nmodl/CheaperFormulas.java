package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Expression.Constant;
import io.brainwright.sim.model.mechanism.Expression.Difference;
import io.brainwright.sim.model.mechanism.Expression.Exp;
import io.brainwright.sim.model.mechanism.Expression.IfBelow;
import io.brainwright.sim.model.mechanism.Expression.Linoid;
import io.brainwright.sim.model.mechanism.Expression.LinoidOf;
import io.brainwright.sim.model.mechanism.Expression.Name;
import io.brainwright.sim.model.mechanism.Expression.Positive;
import io.brainwright.sim.model.mechanism.Expression.Product;
import io.brainwright.sim.model.mechanism.Expression.Quotient;
import io.brainwright.sim.model.mechanism.Expression.Sum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The same formulas with fewer exponentials and divisions; values differ by rounding alone.
 *
 * <pre>{@code
 *   a / (b / x)              = a x / b                            a / (b + c / x) = a x / (b x + c)
 *   exp(2^k c v + d)         = exp(c v)^(2^k) exp(d)              likewise for -c, with one division
 *   lin(-x)                  = lin(x) + x, from lin(|x|)          where lin(x) = x / (exp(x) - 1)
 * }</pre>
 *
 * Rates of one channel often share slopes: six of the squid axon's exponentials are powers of two.
 */
public final class CheaperFormulas implements UnaryOperator<Expression> {
    /** A factor exp(d) beyond these would risk overflow at voltages that still occur. */
    private static final double MOST_SHIFT = 100;

    /** Beyond these voltages a simulation stops. */
    private static final double MOST_mV = 1000;

    private static final double MOST_EXPONENT = 700;
    private static final int MOST_SQUARINGS = 5;

    private final Map<Expression, Expression> done = new IdentityHashMap<>();
    private final Map<Affine, Expression> shared = new HashMap<>();
    private final List<Linoid> linoids = new ArrayList<>();

    private CheaperFormulas() {}

    /** slope * name + shift. */
    private record Affine(String name, double slope, double shift) {}

    /** factor * rest. */
    private record Scaled(double factor, Expression rest) {}

    /** Formulas of one program, which may share parts. */
    public static List<Expression> of(List<Expression> formulas) {
        var divided = new Divisions();
        var simple = formulas.stream().map(divided).toList();
        var cheaper = new CheaperFormulas();
        cheaper.find(simple);
        return simple.stream().map(cheaper).toList();
    }

    @Override
    public Expression apply(Expression e) {
        var before = done.get(e);
        if (before == null) {
            before = replaced(e);
            done.put(e, before);
        }
        return before;
    }

    private Expression replaced(Expression e) {
        if (e instanceof Exp(var x)) {
            var power = shared.get(affine(x));
            return power == null ? Parts.rebuilt(e, this) : power;
        }
        if (e instanceof Linoid(var x)) {
            var power = shared.get(affine(x));
            return power == null ? pair(x) : new LinoidOf(apply(x), power);
        }
        return Parts.rebuilt(e, this);
    }

    /** lin(x) where lin(-x) is wanted too: both from lin(|x|), which loses no digits. */
    private Expression pair(Expression x) {
        var mine = scaled(x);
        boolean both = linoids.stream()
                .map(other -> scaled(other.x()))
                .anyMatch(other -> other.factor == -mine.factor && other.rest.equals(mine.rest));
        if (!both) {
            return new Linoid(apply(x));
        }
        double size = Math.abs(mine.factor);
        var above = new Positive(Expression.product(new Constant(size), apply(mine.rest)));
        var below = new Positive(Expression.product(new Constant(-size), apply(mine.rest)));
        return new Sum(new Linoid(new Sum(above, below)), mine.factor > 0 ? below : above);
    }

    private void find(List<Expression> formulas) {
        var wanted = new ArrayList<Affine>();
        var seen = new IdentityHashMap<Expression, Boolean>();
        formulas.forEach(f -> find(f, wanted, seen));
        var left = new ArrayList<>(wanted.stream()
                .distinct()
                .sorted((a, b) -> Double.compare(Math.abs(a.slope), Math.abs(b.slope)))
                .toList());
        while (!left.isEmpty()) {
            var base = left.removeFirst();
            var family = left.stream().filter(a -> squarings(base, a) >= 0).toList();
            if (!family.isEmpty()) {
                left.removeAll(family);
                share(base, family);
            }
        }
    }

    private void find(Expression e, List<Affine> wanted, Map<Expression, Boolean> seen) {
        if (seen.put(e, true) != null) {
            return;
        }
        if (e instanceof Linoid linoid) {
            linoids.add(linoid);
        }
        var argument = e instanceof Exp(var x) ? affine(x) : e instanceof Linoid(var x) ? affine(x) : null;
        if (argument != null) {
            wanted.add(argument);
        }
        Parts.of(e).forEach(part -> find(part, wanted, seen));
    }

    /** k where a's slope is 2^k times the base's or minus that, -1 where it is not. */
    private static int squarings(Affine base, Affine a) {
        double ratio = Math.abs(a.slope / base.slope);
        int k = (int) Math.round(StrictMath.log(ratio) / StrictMath.log(2));
        boolean power = a.name.equals(base.name) && k >= 0 && k <= MOST_SQUARINGS && ratio == 1 << k;
        return power && Math.abs(shift(base, a)) < MOST_SHIFT ? k : -1;
    }

    private static double shift(Affine base, Affine a) {
        return a.shift - a.slope / base.slope * base.shift;
    }

    private void share(Affine base, List<Affine> family) {
        var powers = new ArrayList<Expression>();
        powers.add(new Exp(Expression.sum(
                Expression.product(new Constant(base.slope), new Name(base.name)), new Constant(base.shift))));
        shared.put(base, powers.getFirst());
        for (var a : family) {
            int k = squarings(base, a);
            while (powers.size() <= k) {
                powers.add(new Product(powers.getLast(), powers.getLast()));
            }
            var factor = new Constant(StrictMath.exp(shift(base, a)));
            var power = powers.get(k);
            boolean rises = a.slope / base.slope > 0;
            shared.put(a, rises ? Algebra.product(factor, power) : new Quotient(factor, power));
        }
    }

    private static @Nullable Affine affine(Expression e) {
        return switch (e) {
            case Name(String name) -> new Affine(name, 1, 0);
            case Sum(var a, Constant(double c)) -> shifted(affine(a), 1, c);
            case Sum(Constant(double c), var a) -> shifted(affine(a), 1, c);
            case Difference(Constant(double c), var a) -> shifted(affine(a), -1, c);
            case Difference(var a, Constant(double c)) -> shifted(affine(a), 1, -c);
            case Product(Constant(double c), var a) -> shifted(affine(a), c, 0);
            case Product(var a, Constant(double c)) -> shifted(affine(a), c, 0);
            default -> null;
        };
    }

    private static @Nullable Affine shifted(@Nullable Affine a, double factor, double shift) {
        return a == null || factor == 0 ? null : new Affine(a.name, a.slope * factor, a.shift * factor + shift);
    }

    private static Scaled scaled(Expression e) {
        return switch (e) {
            case Product(Constant(double c), var a) -> new Scaled(c * scaled(a).factor, scaled(a).rest);
            case Quotient(var a, var b)
            when !(a instanceof Constant) && scaled(a).factor != 1 ->
                new Scaled(scaled(a).factor, new Quotient(scaled(a).rest, b));
            default -> new Scaled(1, e);
        };
    }

    /** Divisions within divisors go to the dividend. */
    private static final class Divisions implements UnaryOperator<Expression> {
        private final Map<Expression, Expression> done = new IdentityHashMap<>();

        @Override
        public Expression apply(Expression e) {
            var before = done.get(e);
            if (before == null) {
                before = divided(Parts.rebuilt(e, this));
                done.put(e, before);
            }
            return before;
        }

        private static Expression divided(Expression e) {
            return switch (e) {
                case Quotient(Constant(double a), Product(Constant(double b), var rest)) ->
                    divided(new Quotient(new Constant(a / b), rest));
                case Quotient(Constant a, Quotient(var b, var x)) -> Algebra.quotient(Algebra.product(a, x), b);
                case Quotient(Constant a, Sum(Constant b, Quotient(Constant c, var x))) ->
                    new Quotient(Algebra.product(a, x), Algebra.sum(Algebra.product(b, x), c));
                case Quotient(Constant a, Sum(Quotient(Constant c, var x), Constant b)) ->
                    new Quotient(Algebra.product(a, x), Algebra.sum(Algebra.product(b, x), c));
                case Exp(var x) when unlimited(x) != null -> new Exp(Objects.requireNonNull(unlimited(x)));
                default -> e;
            };
        }

        /** What a limit keeps within -700 and 700 though no voltage of a membrane leads there; null where it may. */
        private static @Nullable Expression unlimited(Expression e) {
            return e
                                    instanceof
                                    IfBelow(
                                            IfBelow(Constant(double most), var x, Constant _, var y),
                                            Constant(double least),
                                            Constant _,
                                            var d)
                            && x == y
                            && d instanceof IfBelow(var _, var z, var _, var _)
                            && z == x
                            && most >= MOST_EXPONENT
                            && least <= -MOST_EXPONENT
                            && affine(x) instanceof Affine(String name, double slope, double shift)
                            && name.equals("v")
                            && Math.abs(slope) * MOST_mV + Math.abs(shift) < MOST_EXPONENT
                    ? x
                    : null;
        }
    }
}
