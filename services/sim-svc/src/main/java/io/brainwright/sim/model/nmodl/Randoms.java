package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Expression.Binomial;
import io.brainwright.sim.model.mechanism.Expression.Constant;
import io.brainwright.sim.model.mechanism.Expression.Name;
import io.brainwright.sim.model.mechanism.Expression.Uniform;
import io.brainwright.sim.model.mechanism.Kinetics;
import java.util.List;

/**
 * Draws from the generators that a file declares with RANDOM. Each draw counts one on; a draw in a branch that is not taken counts
 * nothing.
 */
final class Randoms {
    private static final String KNOWN = "random_uniform(r), random_uniform(r, min, max), random_negexp(r), "
            + "random_negexp(r, mean) and random_binomial(r, n, p)";

    private Randoms() {}

    static boolean is(Token at) {
        return at.text().startsWith("random_");
    }

    static Expression draw(ModFile file, Evaluation run, Token at, List<Formula> arguments) {
        if (arguments.isEmpty()
                || !(arguments.getFirst() instanceof Formula.Var generator)
                || !file.randoms.contains(generator.name())) {
            throw file.source.fault(
                    at,
                    "'%s' needs a generator first".formatted(at.text()),
                    "Declare it in the NEURON block: RANDOM r; there are %s.".formatted(file.randoms));
        }
        var x = run.values(arguments.subList(1, arguments.size()));
        var u = uniform(run, generator.name());
        var call = at.text() + x.size();
        return switch (call) {
            case "random_uniform0" -> u;
            case "random_uniform2" -> Algebra.sum(x.get(0), Algebra.product(Algebra.difference(x.get(1), x.get(0)), u));
            case "random_negexp0" -> exponential(Algebra.ONE, u);
            case "random_negexp1" -> exponential(x.getFirst(), u);
            case "random_binomial2" -> new Binomial(u, x.get(0), x.get(1));
            default ->
                throw file.source.fault(
                        at,
                        "there is no '%s' with %d more arguments".formatted(at.text(), x.size()),
                        "Known are %s.".formatted(KNOWN));
        };
    }

    private static Expression exponential(Expression mean, Expression u) {
        return Algebra.negative(Algebra.product(mean, Algebra.ln(Algebra.difference(new Constant(1), u))));
    }

    private static Expression uniform(Evaluation run, String generator) {
        var draw = run.get(generator);
        run.put(generator, Algebra.sum(draw, Algebra.ONE));
        return new Uniform(
                new Name(Kinetics.keyColumn(generator, 0)), new Name(Kinetics.keyColumn(generator, 1)), draw);
    }
}
