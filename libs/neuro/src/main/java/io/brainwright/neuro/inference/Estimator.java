package io.brainwright.neuro.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Most likely values of a web's quantities.
 *
 * <pre>{@code
 *   minimise  Σ_k ρ(r_k),   r_k = (g_k(θ) - y_k) / σ_k,   θ = ln x
 *   ρ(r) = r²/2 for |r| ≤ c, else c|r| - c²/2             (Huber 1964), c = 1.5; identities: r²/2
 * }</pre>
 *
 * <p>By Gauss-Newton steps with iteratively reweighted squares, each step one sparse factorisation. The spreads that groups of relations
 * share come from the data by expectation and maximisation (Dempster, Laird &amp; Rubin 1977): {@code s² <- mean of E[u²]}, u the group's part of a
 * relation's misfit. Bad starts are damped: no step moves a quantity by more than a factor e.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177703732">Huber 1964, Robust estimation of a location parameter</a>
 */
public final class Estimator {
    private static final double HUBER = 1.5;
    private static final int LEARNING_ROUNDS = 25;
    private static final int MOST_STEPS = 60;
    private static final double SETTLED = 1e-4;
    private static final double LEAST_VARIANCE = 1e-4;

    private Estimator() {}

    /** Estimates, the groups' spreads learned. */
    public static Estimate learn(Web web) {
        var elimination = elimination(web);
        var spreads = Spreads.start(web);
        var log = web.start();
        var at = solve(web, spreads, log, elimination, 10);
        for (int round = 0; round < LEARNING_ROUNDS; round++) {
            spreads = learned(at);
            at = solve(web, spreads, at.start(), elimination, 2);
        }
        return solve(web, spreads, at.start(), elimination, MOST_STEPS);
    }

    /**
     * Estimates anew from an estimate at hand, e.g. after one new fact: values start there, and spreads stay.
     *
     * @param web the quantities of {@code from}
     */
    public static Estimate again(Web web, Estimate from) {
        assert web.quantities().equals(from.web().quantities()) : "other quantities";
        boolean held = web.relations().stream().allMatch(r -> from.elimination().holds(r.quantities()));
        return solve(web, from.spreads(), from.start(), held ? from.elimination() : elimination(web), MOST_STEPS);
    }

    private static Elimination elimination(Web web) {
        return Elimination.of(
                web.quantities().size(),
                web.relations().stream().map(Relation::quantities).toList());
    }

    private static Estimate solve(Web web, Spreads spreads, double[] start, Elimination elimination, int steps) {
        var log = start.clone();
        for (int step = 0; step < steps; step++) {
            var linear = linear(web, spreads, log);
            var slope = new double[log.length];
            for (var l : linear) {
                for (int i = 0; i < l.quantities().length; i++) {
                    slope[l.quantities()[i]] -= l.precision() * l.gradient()[i] * l.misfit();
                }
            }
            var move = factor(linear, elimination).solve(slope);
            double most = Arrays.stream(move).map(Math::abs).max().orElse(0);
            double damping = Math.min(1, 1 / most);
            for (int i = 0; i < log.length; i++) {
                log[i] += damping * move[i];
            }
            if (most < SETTLED) {
                break;
            }
        }
        var linear = linear(web, spreads, log);
        return new Estimate(web, spreads, log, linear, elimination, factor(linear, elimination));
    }

    /** Factor of Σ w g g' / σ². */
    private static Factor factor(List<Estimate.Linear> linear, Elimination elimination) {
        var factor = new Factor(elimination);
        for (var l : linear) {
            factor.add(l.quantities(), l.gradient(), l.precision());
        }
        factor.factorise();
        return factor;
    }

    private static List<Estimate.Linear> linear(Web web, Spreads spreads, double[] log) {
        var all = new ArrayList<Estimate.Linear>(web.relations().size());
        for (var relation : web.relations()) {
            var among = relation.quantities();
            var gradient = new double[among.length];
            double misfit = relation.left().log(log, 1, gradient, among)
                    - relation.right().log(log, -1, gradient, among)
                    - relation.logRatio();
            double variance = spreads.variance(relation);
            double far = Math.abs(misfit) / Math.sqrt(variance);
            double weight = relation.kind() == Relation.Kind.IDENTITY || far <= HUBER ? 1 : HUBER / far;
            all.add(new Estimate.Linear(relation, among, gradient, misfit, variance, weight));
        }
        return all;
    }

    private static Spreads learned(Estimate at) {
        var sums = new TreeMap<String, double[]>();
        for (var l : at.linear()) {
            var group = l.relation().group();
            if (group.isEmpty()) {
                continue;
            }
            double own = l.relation().sd() * l.relation().sd();
            double shared = l.variance() - own;
            double part = shared / l.variance();
            double squared = l.weight() * l.misfit() * l.misfit() + at.leverage(l);
            var sum = sums.computeIfAbsent(group, _ -> new double[2]);
            sum[0] += part * part * squared + part * own;
            sum[1]++;
        }
        var sd = new TreeMap<String, Double>();
        sums.forEach((group, sum) -> sd.put(group, Math.sqrt(Math.max(sum[0] / sum[1], LEAST_VARIANCE))));
        return new Spreads(sd);
    }
}
