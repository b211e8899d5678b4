package io.brainwright.neuro.inference;

import java.util.List;

/**
 * What a measurement that has not been made would find, with an interval that holds what it promises.
 *
 * <p>Variance of the prediction: of the quantity, of a source's own scatter, and of the spread that sources print at such values, {@code ln sd =
 * α - κ ln value} fitted to the measured ones. The interval's width is then set so that 90 % of the measured values lie within theirs when each
 * is left out (conformal calibration; Vovk, Gammerman &amp; Shafer 2005): tails are heavier than a normal distribution's.
 */
public final class Predictor {
    /** Half width of a normal 90 % interval in standard deviations. */
    public static final double NORMAL_90 = 1.6448536269514722;

    private final Estimate estimate;
    private final double alpha;
    private final double kappa;
    private final double halfWidth;

    private Predictor(Estimate estimate, double alpha, double kappa, double halfWidth) {
        this.estimate = estimate;
        this.alpha = alpha;
        this.kappa = kappa;
        this.halfWidth = halfWidth;
    }

    /**
     * A prediction.
     *
     * @param value most likely
     * @param low lower end of the 90 % interval
     * @param high upper end
     */
    public record Interval(double value, double low, double high) {
        public boolean holds(double measured) {
            return low <= measured && measured <= high;
        }
    }

    /** A predictor that is calibrated on the estimate's own measured values. */
    public static Predictor of(Estimate estimate) {
        var facts = estimate.leftOut();
        var printed = new LogLine(facts.stream().map(LeftOutRow::of).toList());
        var raw = new Predictor(estimate, printed.intercept, -printed.slope, NORMAL_90);
        var scores = facts.stream()
                .mapToDouble(f -> {
                    double at = f.relation().logRatio() + f.misfit();
                    return Math.abs(f.misfit())
                            / Math.sqrt(
                                    f.sd() * f.sd() + raw.scatter(f.relation().group(), at));
                })
                .sorted()
                .toArray();
        int rank = Math.min(scores.length - 1, (int) Math.ceil(0.9 * (scores.length + 1)) - 1);
        double half = scores.length == 0 ? NORMAL_90 : Math.max(NORMAL_90, scores[rank]);
        return new Predictor(estimate, printed.intercept, -printed.slope, half);
    }

    /** Half width of 90 % intervals in standard deviations; 1.64 where all is normal. */
    public double halfWidth() {
        return halfWidth;
    }

    /**
     * Predicts the value of an expression as a source of some group would publish it.
     *
     * @param group whose scatter is added; "" for the quantity itself without any measurement's error
     */
    public Interval of(Expression expression, String group) {
        double log = estimate.log(expression);
        double sd = estimate.sd(expression);
        double variance = sd * sd + (group.isEmpty() ? 0 : scatter(group, log));
        double half = halfWidth * Math.sqrt(variance);
        return new Interval(StrictMath.exp(log), StrictMath.exp(log - half), StrictMath.exp(log + half));
    }

    private double scatter(String group, double log) {
        double shared = estimate.spreads().sd().getOrDefault(group, 0.0);
        double own = StrictMath.exp(alpha - kappa * log);
        return shared * shared + own * own;
    }

    private record LeftOutRow(double log, double logSd) {
        static LeftOutRow of(Estimate.LeftOut fact) {
            return new LeftOutRow(
                    fact.relation().logRatio(),
                    StrictMath.log(Math.max(1e-3, fact.relation().sd())));
        }
    }

    /** Least squares line. */
    private static final class LogLine {
        private final double slope;
        private final double intercept;

        LogLine(List<LeftOutRow> rows) {
            double x = rows.stream().mapToDouble(LeftOutRow::log).average().orElse(0);
            double y = rows.stream().mapToDouble(LeftOutRow::logSd).average().orElse(Math.log(0.2));
            double xx =
                    rows.stream().mapToDouble(r -> (r.log - x) * (r.log - x)).sum();
            double xy =
                    rows.stream().mapToDouble(r -> (r.log - x) * (r.logSd - y)).sum();
            slope = xx > 0 ? xy / xx : 0;
            intercept = y - slope * x;
        }
    }
}
