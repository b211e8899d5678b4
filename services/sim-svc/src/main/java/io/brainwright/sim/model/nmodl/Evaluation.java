package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Expression.Constant;
import io.brainwright.sim.model.mechanism.Expression.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements on formulas instead of numbers: after it, every variable holds the formula of its value. Procedures are inlined, both
 * ways of an if are run and their results chosen between.
 */
final class Evaluation {
    private static final int DEEPEST = 30;

    /** What to do with SOLVE. */
    interface Solver {
        void solve(Evaluation run, Statement.Solve statement);
    }

    private final ModFile file;
    private final Solver solver;
    /** Variables of the mechanism that were assigned. */
    private Map<String, Expression> values = new HashMap<>();
    /** Variables of the procedure that runs. */
    private Map<String, Expression> locals = new HashMap<>();

    private final Map<String, Expression> known;
    private final Set<String> variables;
    private int depth;
    /** What to do with x' = f. */
    private @Nullable BiConsumer<Token, Expression> equation;

    /**
     * @param known constants, celsius, dt
     * @param variables names that may be read before they are assigned
     */
    Evaluation(ModFile file, Map<String, Expression> known, Set<String> variables, Solver solver) {
        this.file = file;
        this.known = known;
        this.variables = variables;
        this.solver = solver;
    }

    Map<String, Expression> values() {
        return values;
    }

    /** Runs the statements of a DERIVATIVE block. */
    void run(List<Statement> statements, BiConsumer<Token, Expression> equation) {
        this.equation = equation;
        run(statements);
        this.equation = null;
    }

    void run(List<Statement> statements) {
        statements.forEach(this::run);
    }

    private void run(Statement statement) {
        switch (statement) {
            case Statement.Assign(Token at, Formula value) -> assign(at, value(value));
            case Statement.If choice -> choose(choice);
            case Statement.Perform(Token at, var arguments) -> perform(at, arguments);
            case Statement.Local(Token _, var names) -> names.forEach(n -> locals.put(n, Algebra.ZERO));
            case Statement.Solve solve -> solver.solve(this, solve);
            case Statement.Loop loop -> repeat(loop);
            case Statement.Refused(Token at, String what, String remedy) -> throw file.source.fault(at, what, remedy);
            case Statement.Derivative(Token at, Formula value)
            when equation != null -> equation.accept(at, value(value));
            case Statement.Derivative _, Statement.Reaction _, Statement.Flux _, Statement.Conserve _ ->
                throw file.source.fault(
                        statement.at(), "an equation outside DERIVATIVE or KINETIC", "Move it into such a block.");
        }
    }

    /** The value of a variable now. */
    Expression get(String name) {
        var value = locals.get(name);
        value = value != null ? value : values.get(name);
        value = value != null ? value : known.get(name);
        return value != null ? value : new Name(name);
    }

    void put(String name, Expression value) {
        (locals.containsKey(name) ? locals : values).put(name, value);
    }

    private void assign(Token at, Expression value) {
        if (!locals.containsKey(at.text())) {
            declared(at);
            if (file.constants.containsKey(at.text())) {
                throw file.source.fault(
                        at, "'%s' is a constant".formatted(at.text()), "Assign to an ASSIGNED variable.");
            }
        }
        put(at.text(), value);
    }

    private void declared(Token at) {
        if (!variables.contains(at.text()) && !known.containsKey(at.text())) {
            throw file.source.fault(
                    at,
                    "'%s' is not declared".formatted(at.text()),
                    "Declare it in PARAMETER, ASSIGNED, STATE, CONSTANT or as LOCAL.");
        }
    }

    private void repeat(Statement.Loop loop) {
        if (!(value(loop.from()) instanceof Constant(double from))
                || !(value(loop.to()) instanceof Constant(double to))) {
            throw file.source.fault(loop.at(), "the bounds of this loop are not constant", "Use numbers or constants.");
        }
        locals.put(loop.index().text(), Algebra.ZERO);
        for (double i = from; i <= to; i++) {
            locals.put(loop.index().text(), new Constant(i));
            run(loop.body());
        }
    }

    private void choose(Statement.If choice) {
        var values0 = values;
        var locals0 = locals;
        values = new HashMap<>(values0);
        locals = new HashMap<>(locals0);
        run(choice.then());
        var valuesThen = values;
        var localsThen = locals;
        values = new HashMap<>(values0);
        locals = new HashMap<>(locals0);
        run(choice.otherwise());
        var valuesElse = values;
        var localsElse = locals;
        values = new HashMap<>(values0);
        locals = new HashMap<>(locals0);
        var names = new HashSet<>(valuesThen.keySet());
        names.addAll(valuesElse.keySet());
        for (var name : names) {
            var unchanged = known.getOrDefault(name, new Name(name));
            values.put(
                    name,
                    chosen(
                            choice.condition(),
                            valuesThen.getOrDefault(name, unchanged),
                            valuesElse.getOrDefault(name, unchanged)));
        }
        for (var name : locals0.keySet()) {
            var a = localsThen.getOrDefault(name, Algebra.ZERO);
            locals.put(name, chosen(choice.condition(), a, localsElse.getOrDefault(name, Algebra.ZERO)));
        }
    }

    /** c where the condition holds, else d. */
    private Expression chosen(Formula condition, Expression c, Expression d) {
        if (c == d || c instanceof Name && c.equals(d) || c instanceof Constant && c.equals(d)) {
            return c;
        }
        if (condition instanceof Formula.Unary(Token at, Formula a) && at.is("!")) {
            return chosen(a, d, c);
        }
        if (condition instanceof Formula.Binary(Token sign, Formula a, Formula b)) {
            switch (sign.text()) {
                case "&&" -> {
                    return chosen(a, chosen(b, c, d), d);
                }
                case "||" -> {
                    return chosen(a, c, chosen(b, c, d));
                }
                case "<" -> {
                    return Algebra.ifBelow(value(a), value(b), c, d);
                }
                case ">" -> {
                    return Algebra.ifBelow(value(b), value(a), c, d);
                }
                case "<=" -> {
                    return Algebra.ifBelow(value(b), value(a), d, c);
                }
                case ">=" -> {
                    return Algebra.ifBelow(value(a), value(b), d, c);
                }
                case "==" -> {
                    return Algebra.ifEqual(value(a), value(b), c, d);
                }
                case "!=" -> {
                    return Algebra.ifEqual(value(a), value(b), d, c);
                }
                default -> {}
            }
        }
        return Algebra.ifEqual(value(condition), Algebra.ZERO, d, c); // a number: true unless 0
    }

    private void perform(Token at, List<Formula> arguments) {
        if (at.is("at_time")) {
            return; // only steps of variable length need it
        }
        if (at.is("net_send") || at.is("net_event") || at.is("net_move")) {
            throw file.source.fault(
                    at, "%s is not supported".formatted(at.text()), "Use a built-in synapse or source.");
        }
        call(at, arguments, "PROCEDURE");
    }

    private Expression call(Token at, List<Formula> arguments, String kind) {
        var block = file.blocks.get(at.text());
        if (block == null || !block.kind().equals("PROCEDURE") && !block.kind().equals("FUNCTION")) {
            throw file.source.fault(
                    at, "there is no %s '%s'".formatted(kind, at.text()), "Known are %s.".formatted(Functions.NAMES));
        }
        if (block.arguments().size() != arguments.size()) {
            throw file.source.fault(
                    at,
                    "'%s' takes %d arguments, %d are given"
                            .formatted(at.text(), block.arguments().size(), arguments.size()),
                    "Give %s.".formatted(block.arguments()));
        }
        if (++depth > DEEPEST) {
            throw file.source.fault(at, "'%s' calls itself".formatted(at.text()), "Recursion is not supported.");
        }
        var mine = new HashMap<String, Expression>();
        for (int i = 0; i < arguments.size(); i++) {
            mine.put(block.arguments().get(i), value(arguments.get(i)));
        }
        mine.put(block.name(), Algebra.ZERO);
        var callers = locals;
        locals = mine;
        run(block.statements());
        var result = get(block.name());
        locals = callers;
        depth--;
        return result;
    }

    /** The formula of a formula as written. */
    Expression value(Formula formula) {
        return switch (formula) {
            case Formula.Num(Token _, double x) -> new Constant(x);
            case Formula.Var(Token at) -> {
                if (!locals.containsKey(at.text()) && !values.containsKey(at.text())) {
                    declared(at);
                }
                yield get(at.text());
            }
            case Formula.Unary(Token at, Formula a) ->
                at.is("-") ? Algebra.negative(value(a)) : chosen(formula, Algebra.ONE, Algebra.ZERO);
            case Formula.Call(Token at, var arguments) ->
                file.blocks.containsKey(at.text())
                        ? call(at, arguments, "FUNCTION")
                        : Functions.of(
                                file.source,
                                at,
                                arguments.stream().map(this::value).toList());
            case Formula.Binary(Token sign, Formula a, Formula b) ->
                switch (sign.text()) {
                    case "+" -> Algebra.sum(value(a), value(b));
                    case "-" -> Algebra.difference(value(a), value(b));
                    case "*" -> Algebra.product(value(a), value(b));
                    case "/" -> Algebra.quotient(value(a), value(b));
                    case "^" -> Algebra.power(value(a), value(b));
                    default -> chosen(formula, Algebra.ONE, Algebra.ZERO);
                };
        };
    }

    List<Expression> values(List<Formula> formulas) {
        var list = new ArrayList<Expression>();
        formulas.forEach(f -> list.add(value(f)));
        return list;
    }
}
