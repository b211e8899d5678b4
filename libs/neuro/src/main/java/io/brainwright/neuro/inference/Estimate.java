package io.brainwright.neuro.inference;

import java.util.List;

/**
 * The most likely values of a web's quantities, with uncertainty.
 *
 * <p>Uncertainty is Laplace's: the inverse of {@code Σ w g g' / σ²} at the solution, g the gradient of a relation, w its weight. Variances are on
 * the logarithmic scale.
 */
public final class Estimate {
    private final Web web;
    private final Spreads spreads;
    private final double[] log;
    private final List<Linear> linear;
    private final Elimination elimination;
    private final Factor factor;
    private final Factor.Inverse inverse;

    /**
     * One relation at the solution.
     *
     * @param relation which
     * @param quantities those in it, ascending
     * @param gradient of ln left - ln right by each
     * @param misfit ln left - ln right - logRatio
     * @param variance σ², its own and its group's
     * @param weight w in (0, 1], below 1 where the relation lies far off (Huber)
     */
    record Linear(
            Relation relation, int[] quantities, double[] gradient, double misfit, double variance, double weight) {
        double precision() {
            return weight / variance;
        }
    }

    Estimate(Web web, Spreads spreads, double[] log, List<Linear> linear, Elimination elimination, Factor factor) {
        this.web = web;
        this.spreads = spreads;
        this.log = log;
        this.linear = linear;
        this.elimination = elimination;
        this.factor = factor;
        this.inverse = factor.inverse();
    }

    public Web web() {
        return web;
    }

    /** What the groups' spreads were found to be. */
    public Spreads spreads() {
        return spreads;
    }

    /** Natural logarithm of a quantity. */
    public double log(int quantity) {
        return log[quantity];
    }

    /** A quantity, in its own unit. */
    public double value(int quantity) {
        return StrictMath.exp(log[quantity]);
    }

    /** Standard deviation of a quantity's logarithm. */
    public double sd(int quantity) {
        return Math.sqrt(inverse.at(quantity));
    }

    /** ln of an expression. */
    public double log(Expression expression) {
        return expression.log(log);
    }

    /** Standard deviation of ln of any expression. */
    public double sd(Expression expression) {
        var among = expression.quantities();
        var g = new double[among.length];
        expression.log(log, 1, g, among);
        var b = new double[log.length];
        for (int i = 0; i < among.length; i++) {
            b[among[i]] = g[i];
        }
        var x = factor.solve(b);
        double sum = 0;
        for (int i = 0; i < among.length; i++) {
            sum += g[i] * x[among[i]];
        }
        return Math.sqrt(sum);
    }

    /** Σ's column of one quantity: its covariance with all. */
    double[] covariance(int quantity) {
        var b = new double[log.length];
        b[quantity] = 1;
        return factor.solve(b);
    }

    double[] start() {
        return log.clone();
    }

    Elimination elimination() {
        return elimination;
    }

    List<Linear> linear() {
        return linear;
    }

    /** g Σ g' of a relation. */
    double leverage(Linear l) {
        return inverse.quadratic(l.quantities(), l.gradient());
    }

    /**
     * What the others say of a relation that is left out.
     *
     * @param misfit how far it lies from what they say, on the logarithmic scale
     * @param sd uncertainty of what they say, without the relation's own spread
     */
    public record LeftOut(Relation relation, double misfit, double sd, double variance) {
        /** Misfit over its standard deviation, own spread included. */
        public double score() {
            return misfit / Math.sqrt(sd * sd + variance);
        }
    }

    /** Every measured relation as the others predict it, in the web's order. */
    public List<LeftOut> leftOut() {
        return linear.stream()
                .filter(l -> l.relation().kind() == Relation.Kind.MEASURED)
                .map(this::leftOut)
                .toList();
    }

    private LeftOut leftOut(Linear l) {
        double share = Math.min(leverage(l) * l.precision(), 1 - 1e-9);
        double misfit = l.misfit() / (1 - share);
        double sd = Math.sqrt(leverage(l) / (1 - share));
        return new LeftOut(l.relation(), misfit, sd, l.variance());
    }
}
