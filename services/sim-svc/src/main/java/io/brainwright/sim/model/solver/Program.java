package io.brainwright.sim.model.solver;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Formulas as a list of simple steps, each over all places of a table at once; equal parts are computed once.
 *
 * <p>Both back ends read this list: Java runs it step by step over arrays ({@link Steps}), OpenCL turns it into C. So they
 * round alike. A step's operand is the number of an earlier step, of which those with {@link Code#INPUT} read a named column.
 */
final class Program {
    enum Code {
        INPUT,
        FILL,
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        /** a + constant. */
        ADD_CONSTANT,
        /** constant - a. */
        CONSTANT_MINUS,
        /** a * constant. */
        TIMES_CONSTANT,
        /** constant / a. */
        CONSTANT_OVER,
        EXP,
        EXPM1,
        LINOID,
        /** a / (b - 1), b = exp(a). */
        LINOID_OF,
        /** a above 0 ? a : 0. */
        POSITIVE,
        /** a below b ? c : d. */
        IF_BELOW,
        /** a equal to b ? c : d. */
        IF_EQUAL,
        LN,
        SQRT,
        FLOOR,
        /** Of the stream with key (a, b), draw c. */
        UNIFORM,
        /** From the uniform number a: of b trials with chance c. */
        BINOMIAL
    }

    /** One step; unused operands are -1. */
    record Step(Code code, int a, int b, int c, int d, double constant, String input) {}

    private final List<Step> steps = new ArrayList<>();
    /** By identity: formulas share parts, and comparing whole trees would take as long as writing them out. */
    private final Map<Expression, Integer> done = new IdentityHashMap<>();

    private final Map<Step, Integer> numbers = new HashMap<>();
    private final int[] outputs;

    Program(List<Expression> formulas) {
        outputs = formulas.stream().mapToInt(this::step).toArray();
    }

    List<Step> steps() {
        return steps;
    }

    /** Names of the columns that it reads. */
    Set<String> inputs() {
        return steps.stream()
                .filter(s -> s.code() == Code.INPUT)
                .map(Step::input)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The step that holds each formula's value. */
    int output(int formula) {
        return outputs[formula];
    }

    private int step(Expression e) {
        var before = done.get(e);
        if (before != null) {
            return before;
        }
        int number = numberOf(translate(e));
        done.put(e, number);
        return number;
    }

    /** Equal steps are one step. */
    private int numberOf(Step step) {
        return numbers.computeIfAbsent(step, s -> {
            steps.add(s);
            return steps.size() - 1;
        });
    }

    private Step translate(Expression e) {
        return switch (e) {
            case Constant(double c) -> new Step(Code.FILL, -1, -1, -1, -1, c, "");
            case Name(String name) -> new Step(Code.INPUT, -1, -1, -1, -1, 0, name);
            case Sum(Constant(double c), var b) -> withConstant(Code.ADD_CONSTANT, b, c);
            case Sum(var a, Constant(double c)) -> withConstant(Code.ADD_CONSTANT, a, c);
            case Sum(var a, var b) -> of(Code.ADD, a, b);
            case Difference(Constant(double c), var b) -> withConstant(Code.CONSTANT_MINUS, b, c);
            case Difference(var a, var b) -> of(Code.SUBTRACT, a, b);
            case Product(Constant(double c), var b) -> withConstant(Code.TIMES_CONSTANT, b, c);
            case Product(var a, var b) -> of(Code.MULTIPLY, a, b);
            case Quotient(Constant(double c), var b) -> withConstant(Code.CONSTANT_OVER, b, c);
            case Quotient(var a, var b) -> of(Code.DIVIDE, a, b);
            case Exp(var x) -> withConstant(Code.EXP, x, 0);
            case Expm1(var x) -> withConstant(Code.EXPM1, x, 0);
            case Linoid(var x) -> withConstant(Code.LINOID, x, 0);
            case LinoidOf(var x, var exp) -> of(Code.LINOID_OF, x, exp);
            case Positive(var x) -> withConstant(Code.POSITIVE, x, 0);
            case Ln(var x) -> withConstant(Code.LN, x, 0);
            case Sqrt(var x) -> withConstant(Code.SQRT, x, 0);
            case Floor(var x) -> withConstant(Code.FLOOR, x, 0);
            case Uniform(var a, var b, var c) -> new Step(Code.UNIFORM, step(a), step(b), step(c), -1, 0, "");
            case Binomial(var a, var b, var c) -> new Step(Code.BINOMIAL, step(a), step(b), step(c), -1, 0, "");
            case IfEqual(var a, var b, var c, var d) ->
                new Step(Code.IF_EQUAL, step(a), step(b), step(c), step(d), 0, "");
            case IfBelow(var a, var b, var c, var d) ->
                new Step(Code.IF_BELOW, step(a), step(b), step(c), step(d), 0, "");
        };
    }

    private Step of(Code code, Expression a, Expression b) {
        return new Step(code, step(a), step(b), -1, -1, 0, "");
    }

    private Step withConstant(Code code, Expression a, double constant) {
        return new Step(code, step(a), -1, -1, -1, constant, "");
    }
}
