package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Expression.Constant;
import io.brainwright.sim.model.mechanism.Expression.Name;
import java.util.function.Function;

/** What an if asks, with the formulas of its moment: asked once, whatever it then chooses between. */
sealed interface Condition {
    record Below(Expression a, Expression b) implements Condition {}

    record Equal(Expression a, Expression b) implements Condition {}

    record Not(Condition a) implements Condition {}

    record And(Condition a, Condition b) implements Condition {}

    record Or(Condition a, Condition b) implements Condition {}

    /**
     * @param formula as written
     * @param value what a formula is now
     */
    static Condition of(Formula formula, Function<Formula, Expression> value) {
        if (formula instanceof Formula.Unary(Token at, Formula a) && at.is("!")) {
            return new Not(of(a, value));
        }
        if (formula instanceof Formula.Binary(Token sign, Formula a, Formula b)) {
            switch (sign.text()) {
                case "&&" -> {
                    return new And(of(a, value), of(b, value));
                }
                case "||" -> {
                    return new Or(of(a, value), of(b, value));
                }
                case "<", ">", "<=", ">=", "==", "!=" -> {
                    return compared(sign.text(), value.apply(a), value.apply(b));
                }
                default -> {}
            }
        }
        return new Not(new Equal(value.apply(formula), Algebra.ZERO)); // a number: true unless 0
    }

    private static Condition compared(String sign, Expression a, Expression b) {
        return switch (sign) {
            case "<" -> new Below(a, b);
            case ">" -> new Below(b, a);
            case "<=" -> new Not(new Below(b, a));
            case ">=" -> new Not(new Below(a, b));
            case "==" -> new Equal(a, b);
            default -> new Not(new Equal(a, b));
        };
    }

    /** c where it holds, else d. */
    default Expression chosen(Expression c, Expression d) {
        if (c == d || c instanceof Name && c.equals(d) || c instanceof Constant && c.equals(d)) {
            return c;
        }
        return switch (this) {
            case Below(var a, var b) -> Algebra.ifBelow(a, b, c, d);
            case Equal(var a, var b) -> Algebra.ifEqual(a, b, c, d);
            case Not(var a) -> a.chosen(d, c);
            case And(var a, var b) -> a.chosen(b.chosen(c, d), d);
            case Or(var a, var b) -> a.chosen(c, b.chosen(c, d));
        };
    }
}
