package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Expression.Constant;
import io.brainwright.sim.model.mechanism.Expression.Difference;
import io.brainwright.sim.model.mechanism.Expression.Name;
import io.brainwright.sim.model.mechanism.Expression.Product;
import io.brainwright.sim.model.mechanism.Expression.Quotient;
import io.brainwright.sim.model.mechanism.Kinetics.Gate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Steps the equations of DERIVATIVE and KINETIC blocks.
 *
 * <pre>{@code
 *   cnexp          x' = a + b x:   x <- x + (x + a / b) (exp(b dt) - 1)          exact while a and b stay
 *   euler          x <- x + dt f(x)
 *   derivimplicit  x = x0 + dt f(x), by Newton's method on all states at once
 *   sparse         the same; one Newton step where the reactions are of first order
 * }</pre>
 */
final class Integration {
    /** chosen: Newton doubles the digits each time, and begins one time step away. */
    private static final int NEWTON_STEPS = 4;

    private final ModFile file;
    private final double dt_ms;
    /** Gates found: x' = (inf - x) / tau. */
    final Map<String, Gate> gates = new LinkedHashMap<>();

    /** What each gate becomes by its exponential. */
    private final Map<String, Expression> steps = new HashMap<>();

    Integration(ModFile file, double dt_ms) {
        this.file = file;
        this.dt_ms = dt_ms;
    }

    /** Whether a state is advanced by its exponential and by nothing else. */
    boolean isGate(String state, Expression value) {
        return gates.containsKey(state) && steps.get(state) == value;
    }

    /** Advances the states of a block by one step. */
    void advance(Evaluation run, Statement.Solve solve) {
        var block = block(solve);
        switch (block.kind()) {
            case "PROCEDURE" -> run.run(block.statements());
            case "KINETIC" -> implicit(run, new Reactions(file, run, block).rates(), solve);
            default -> equations(run, block, solve);
        }
    }

    /** Puts states where the reactions of a block are in balance. */
    void balance(Evaluation run, Statement.Solve solve) {
        var block = block(solve);
        if (!block.kind().equals("KINETIC")) {
            throw file.source.fault(
                    solve.at(), "STEADYSTATE of a %s block".formatted(block.kind()), "Use a KINETIC block.");
        }
        new Reactions(file, run, block).balance();
    }

    private ModFile.Block block(Statement.Solve solve) {
        var block = file.blocks.get(solve.block());
        if (block == null) {
            throw file.source.fault(
                    solve.at(), "there is no block '%s' to solve".formatted(solve.block()), "Name one of this file.");
        }
        return block;
    }

    private void equations(Evaluation run, ModFile.Block block, Statement.Solve solve) {
        switch (solve.method()) {
            case "cnexp", "euler", "" -> {
                boolean exact = !solve.method().equals("euler");
                run.run(block.statements(), (at, f) -> {
                    state(at);
                    one(run, at, f, exact);
                });
            }
            case "derivimplicit", "sparse" -> {
                run.run(block.statements(), (at, f) -> {
                    state(at);
                    run.put(at.text() + "'", f); // as a variable, so that an if may choose between equations
                });
                var rates = new LinkedHashMap<String, Expression>();
                for (var state : file.states.keySet()) {
                    var f = run.values().remove(state + "'");
                    if (f != null) {
                        rates.put(state, f);
                    }
                }
                implicit(run, rates, solve);
            }
            default ->
                throw file.source.fault(
                        solve.at(),
                        "there is no method '%s'".formatted(solve.method()),
                        "Methods are cnexp, euler, derivimplicit and sparse.");
        }
    }

    private void state(Token at) {
        if (!file.states.containsKey(at.text())) {
            throw file.source.fault(at, "'%s' is no STATE".formatted(at.text()), "Declare it in the STATE block.");
        }
    }

    private void one(Evaluation run, Token at, Expression f, boolean exact) {
        var name = at.text();
        if (!exact) {
            run.put(name, Algebra.sum(run.get(name), Algebra.product(new Constant(dt_ms), f)));
            return;
        }
        var b = Calculus.derivative(f, name);
        if (Calculus.names(b).contains(name)) {
            throw file.source.fault(
                    at, "%s' is not linear in %s".formatted(name, name), "Solve it with METHOD derivimplicit.");
        }
        if (Algebra.is(b, 0)) {
            run.put(name, Algebra.sum(new Name(name), Algebra.product(new Constant(dt_ms), f)));
            return;
        }
        var gate = gate(name, f, b);
        if (run.get(name) instanceof Name(String own) && own.equals(name) && !name.equals("cai")) {
            gates.put(name, gate);
        }
        var decay = gate.decay(dt_ms);
        var before = run.get(name);
        var next = Algebra.sum(before, Algebra.product(Algebra.difference(before, gate.inf()), decay));
        run.put(name, next);
        steps.put(name, next);
    }

    /** x' = f as a steady state and a time constant; recognised as written, or from the parts of f. */
    private static Gate gate(String name, Expression f, Expression b) {
        var x = new Name(name);
        if (f instanceof Quotient(Difference(var inf, var own), var tau)
                && own.equals(x)
                && !Calculus.names(inf).contains(name)
                && !Calculus.names(tau).contains(name)) {
            return new Gate(name, inf, tau);
        }
        if (f instanceof Product(Constant(double rate), Difference(var inf, var own))
                && own.equals(x)
                && !Calculus.names(inf).contains(name)) {
            return new Gate(name, inf, new Constant(1 / rate));
        }
        var rate = Algebra.negative(b);
        var inf = Algebra.quotient(Calculus.with(f, name, Algebra.ZERO), rate);
        return new Gate(name, inf, Algebra.quotient(Algebra.ONE, rate));
    }

    private void implicit(Evaluation run, Map<String, Expression> rates, Statement.Solve solve) {
        var names = new ArrayList<>(rates.keySet());
        int n = names.size();
        if (n > 12) {
            throw file.source.fault(solve.at(), "%d coupled states".formatted(n), "At most 12 are solved at once.");
        }
        var jacobian = new Expression[n][n];
        boolean linear = true;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                jacobian[i][j] = Calculus.derivative(Objects.requireNonNull(rates.get(names.get(i))), names.get(j));
                linear &= Calculus.names(jacobian[i][j]).stream().noneMatch(names::contains);
            }
        }
        Map<String, Expression> x = new HashMap<>();
        names.forEach(name -> x.put(name, new Name(name)));
        for (int k = 0; k < (linear ? 1 : NEWTON_STEPS); k++) {
            var A = new Expression[n][n];
            var r = new Expression[n];
            for (int i = 0; i < n; i++) {
                var f = Calculus.with(Objects.requireNonNull(rates.get(names.get(i))), x);
                var moved = Algebra.difference(Objects.requireNonNull(x.get(names.get(i))), new Name(names.get(i)));
                r[i] = Algebra.difference(Algebra.product(new Constant(dt_ms), f), k == 0 ? Algebra.ZERO : moved);
                for (int j = 0; j < n; j++) {
                    var J = Algebra.product(new Constant(dt_ms), Calculus.with(jacobian[i][j], x));
                    A[i][j] = Algebra.difference(i == j ? Algebra.ONE : Algebra.ZERO, J);
                }
            }
            var step = LinearEquations.solve(A, r);
            for (int i = 0; i < n; i++) {
                x.put(names.get(i), Algebra.sum(Objects.requireNonNull(x.get(names.get(i))), step[i]));
            }
        }
        x.forEach(run::put);
    }
}
