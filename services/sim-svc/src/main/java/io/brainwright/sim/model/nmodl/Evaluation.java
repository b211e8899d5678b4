package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Expression.Constant;
import io.brainwright.sim.model.mechanism.Expression.Name;
import io.brainwright.sim.model.mechanism.Receive;
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
    /** chosen: a longer loop makes formulas that no cache holds. */
    private static final int MOST_TURNS = 1000;

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
    /** Number of the next event to itself; below 0 where there can be none. */
    private int sends = -1;

    /** WATCH statements in the order in which they were met; null where there can be none. */
    private @Nullable List<Statement.Watch> watches;

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

    /** Runs NET_RECEIVE; returns the WATCH statements that were met. */
    List<Statement.Watch> receive(List<Statement> statements) {
        var met = new ArrayList<Statement.Watch>();
        watches = met;
        runWithSends(statements);
        return met;
    }

    /** Runs what may send events to itself. */
    void runWithSends(List<Statement> statements) {
        sends = 0;
        run(statements);
    }

    /** Events to itself that were met. */
    int sends() {
        return Math.max(0, sends);
    }

    /** Makes a variable of the running block, such as an argument. */
    void local(String name, Expression value) {
        locals.put(name, value);
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
            case Statement.Watch watch
            when watches != null -> {
                watches.add(watch);
                put(Receiving.REARMED, Algebra.ONE);
                var holds = truth(watch.condition());
                put(Receive.watch(watches.size() - 1), Algebra.sum(holds, Algebra.ONE));
            }
            case Statement.Watch(Token at, var _, var _) ->
                throw file.source.fault(at, "WATCH is not supported here", "It may stand in NET_RECEIVE.");
            case Statement.Initially _ -> {} // read apart, when an input begins
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
        if (!(to - from < MOST_TURNS)) {
            throw file.source.fault(
                    loop.at(),
                    "this loop turns from %s to %s".formatted(from, to),
                    "At most %d turns are unrolled.".formatted(MOST_TURNS));
        }
        locals.put(loop.index().text(), Algebra.ZERO);
        for (double i = from; i <= to; i++) {
            locals.put(loop.index().text(), new Constant(i));
            run(loop.body());
        }
    }

    private void choose(Statement.If choice) {
        var condition = Condition.of(choice.condition(), this::value);
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
                    condition.chosen(
                            valuesThen.getOrDefault(name, unchanged), valuesElse.getOrDefault(name, unchanged)));
        }
        for (var name : locals0.keySet()) {
            var a = localsThen.getOrDefault(name, Algebra.ZERO);
            locals.put(name, condition.chosen(a, localsElse.getOrDefault(name, Algebra.ZERO)));
        }
    }

    private void perform(Token at, List<Formula> arguments) {
        if (at.is("at_time")) {
            return; // only steps of variable length need it
        }
        if (at.is("net_send") && arguments.size() == 2 && sends >= 0) {
            put(Receiving.due(sends), Algebra.sum(get("t"), value(arguments.getFirst())));
            put(Receiving.flag(sends++), value(arguments.getLast()));
            return;
        }
        if (at.is("state_discontinuity")
                && arguments.size() == 2
                && arguments.getFirst() instanceof Formula.Var(Token state)) {
            assign(state, value(arguments.getLast()));
            return;
        }
        if (at.is("net_send") || at.is("net_event") || at.is("net_move")) {
            throw file.source.fault(
                    at,
                    "%s is not supported here".formatted(at.text()),
                    "net_send(delay, flag) may stand in NET_RECEIVE and INITIAL of a point process; spikes come from cells.");
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
                if (file.corePointers.contains(at.text())) {
                    throw file.source.fault(
                            at,
                            "'%s' is used, a pointer".formatted(at.text()),
                            "Use parameters and RANDOM generators.");
                }
                yield get(at.text());
            }
            case Formula.Unary(Token at, Formula a) -> at.is("-") ? Algebra.negative(value(a)) : truth(formula);
            case Formula.Call(Token at, var arguments) when Randoms.is(at) -> Randoms.draw(file, this, at, arguments);
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
                    default -> truth(formula);
                };
        };
    }

    /** 1 where a comparison holds, else 0. */
    Expression truth(Formula formula) {
        return Condition.of(formula, this::value).chosen(Algebra.ONE, Algebra.ZERO);
    }

    List<Expression> values(List<Formula> formulas) {
        var list = new ArrayList<Expression>();
        formulas.forEach(f -> list.add(value(f)));
        return list;
    }
}
