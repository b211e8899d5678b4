package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Expression.Constant;
import io.brainwright.sim.model.mechanism.Expression.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A KINETIC block: mass action of its reactions, and what they conserve. */
final class Reactions {
    private final ModFile file;
    private final Evaluation run;
    private final Map<String, Expression> rates = new LinkedHashMap<>();
    private final List<Statement.Conserve> conserved = new ArrayList<>();

    Reactions(ModFile file, Evaluation run, ModFile.Block block) {
        this.file = file;
        this.run = run;
        for (var s : block.statements()) {
            switch (s) {
                case Statement.Reaction reaction -> add(reaction);
                case Statement.Flux(Token _, Token species, Formula flux) ->
                    change(new Statement.Species(species, 1), run.value(flux), 1);
                case Statement.Conserve c -> conserved.add(c);
                default -> run.run(List.of(s));
            }
        }
    }

    /** dx/dt of each species. */
    Map<String, Expression> rates() {
        return rates;
    }

    /** Sets the species to where nothing changes; one equation for each CONSERVE replaces the last species' balance. */
    void balance() {
        var names = new ArrayList<>(rates.keySet());
        int n = names.size();
        var A = new Expression[n][n];
        var b = new Expression[n];
        for (int i = 0; i < n; i++) {
            var f = Objects.requireNonNull(rates.get(names.get(i)));
            b[i] = f;
            for (int j = 0; j < n; j++) {
                A[i][j] = Calculus.derivative(f, names.get(j));
                if (Calculus.names(A[i][j]).stream().anyMatch(names::contains)) {
                    throw file.source.fault(
                            Objects.requireNonNull(file.states.get(names.get(i))),
                            "the balance of '%s' is not linear".formatted(names.get(i)),
                            "STEADYSTATE is for reactions of first order; set the states in INITIAL.");
                }
            }
            for (var name : names) {
                b[i] = Calculus.with(b[i], name, Algebra.ZERO);
            }
            b[i] = Algebra.negative(b[i]);
        }
        for (int c = 0; c < conserved.size(); c++) {
            int row = n - 1 - c;
            for (int j = 0; j < n; j++) {
                A[row][j] = Algebra.ZERO;
            }
            for (var s : conserved.get(c).sum()) {
                A[row][names.indexOf(s.at().text())] = new Constant(s.count());
            }
            b[row] = run.value(conserved.get(c).total());
        }
        var x = LinearEquations.solve(A, b);
        for (int i = 0; i < n; i++) {
            run.put(names.get(i), x[i]);
        }
    }

    private void add(Statement.Reaction reaction) {
        var flux = Algebra.difference(
                Algebra.product(run.value(reaction.forward()), product(reaction.left())),
                Algebra.product(run.value(reaction.backward()), product(reaction.right())));
        reaction.left().forEach(s -> change(s, flux, -1));
        reaction.right().forEach(s -> change(s, flux, 1));
    }

    private Expression product(List<Statement.Species> side) {
        Expression p = Algebra.ONE;
        for (var s : side) {
            for (int i = 0; i < s.count(); i++) {
                p = Algebra.product(p, amount(s));
            }
        }
        return p;
    }

    private Expression amount(Statement.Species s) {
        return file.states.containsKey(s.at().text()) ? new Name(s.at().text()) : run.value(new Formula.Var(s.at()));
    }

    private void change(Statement.Species s, Expression flux, int sign) {
        if (!file.states.containsKey(s.at().text())) {
            return; // something that the reaction does not use up, such as a clamped concentration
        }
        var part = Algebra.product(new Constant((double) sign * s.count()), flux);
        rates.merge(s.at().text(), part, Algebra::sum);
    }
}
