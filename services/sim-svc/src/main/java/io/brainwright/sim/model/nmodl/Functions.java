package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Expression.Constant;
import java.util.List;

/** The functions that every file may call. */
final class Functions {
    static final List<String> NAMES =
            List.of("exp", "log", "log10", "sqrt", "fabs", "abs", "pow", "tanh", "fmin", "fmax", "floor", "ceil");

    private Functions() {}

    static Expression of(SourceText source, Token at, List<Expression> x) {
        int wanted = switch (at.text()) {
            case "exp", "log", "log10", "sqrt", "fabs", "abs", "tanh", "floor", "ceil" -> 1;
            case "pow", "fmin", "fmax" -> 2;
            default ->
                throw source.fault(
                        at,
                        "there is no FUNCTION '%s'".formatted(at.text()),
                        "Known are %s and those of the file.".formatted(NAMES));
        };
        if (x.size() != wanted) {
            throw source.fault(
                    at,
                    "'%s' takes %d argument(s), %d given".formatted(at.text(), wanted, x.size()),
                    "Correct the call.");
        }
        var a = x.getFirst();
        return switch (at.text()) {
            case "exp" -> Algebra.exp(a);
            case "log" -> Algebra.ln(a);
            case "log10" -> Algebra.product(new Constant(1 / StrictMath.log(10)), Algebra.ln(a));
            case "sqrt" -> Algebra.sqrt(a);
            case "tanh" -> Algebra.tanh(a);
            case "pow" -> Algebra.power(a, x.get(1));
            case "floor" -> Algebra.floor(a);
            case "ceil" -> Algebra.negative(Algebra.floor(Algebra.negative(a)));
            case "fmin" -> Algebra.ifBelow(a, x.get(1), a, x.get(1));
            case "fmax" -> Algebra.ifBelow(a, x.get(1), x.get(1), a);
            default -> Algebra.abs(a);
        };
    }
}
