package io.brainwright.connectome.model.pruning;

/**
 * The three steps of one pathway.
 *
 * <pre>{@code
 *   reduce    each apposition stays with chance p_A
 *   cut       a connection of k stays with chance 1 / (1 + exp(-(4/s)(k - mu))),  s = mu / 4
 *   activate  a connection stays with chance a
 * }</pre>
 *
 * Appositions per connected pair are taken as geometric with mean n, p = 1/n. From the mean m and the coefficient of variation v
 * of the synapses per connection
 *
 * <pre>{@code
 *   sd = min(m v, n - 1/2),   p' = 1 / (sqrt(sd² + 1/4) + 1/2),   p_A = p/(1-p) (1-p')/p' (at most 1),   mu = m - sd
 * }</pre>
 *
 * and from v and the share a that the last step keeps, with mu2 = 1 - 1/(2v) + (1/v - 1)/p', the p' that solves
 *
 * <pre>{@code
 *   p/(1-p) (mu2 (1-p')^mu2 + (1-p')^(mu2+1)/p') = r / a,   mu = mu2 - 1/2
 * }</pre>
 *
 * with p' = p, and mu2 solved for, where p_A would exceed 1.
 *
 * @param keep p_A
 * @param cut mu
 * @see <a href="https://doi.org/10.3389/fncom.2015.00120">Reimann et al. 2015, Front Comput Neurosci</a>
 */
public record ReduceAndCut(double keep, double cut) {
    private static final int HALVINGS = 100;

    /**
     * @param rule what is known
     * @param structuralMean n, appositions per connected pair, at least 1
     */
    public static ReduceAndCut of(PruningRule rule, double structuralMean) {
        assert structuralMean >= 1 : "structuralMean=" + structuralMean;
        return switch (rule) {
            case PruningRule.MeanAndSpread known -> fromMean(known, structuralMean);
            case PruningRule.SpreadAndActive known -> fromActive(known, structuralMean);
            case PruningRule.Direct known -> new ReduceAndCut(known.keep(), known.cut());
        };
    }

    /** Chance that a connection with k appositions left passes the cut. */
    public double survival(int k) {
        return cut <= 0 ? 1 : 1 / (1 + StrictMath.exp(-16 / cut * (k - cut)));
    }

    private static ReduceAndCut fromMean(PruningRule.MeanAndSpread known, double n) {
        double sd = Math.min(known.mean() * known.cv(), n - 0.5);
        double q = 1 / (Math.sqrt(sd * sd + 0.25) + 0.5);
        return new ReduceAndCut(keep(n, q), known.mean() - sd);
    }

    private static ReduceAndCut fromActive(PruningRule.SpreadAndActive known, double n) {
        double wanted = known.reduction() / known.activeFraction();
        double v = known.cv();
        double low = 1;
        double high = 1e6;
        for (int i = 0; i < HALVINGS; i++) {
            double mean = 0.5 * (low + high);
            boolean tooFew = kept(n, 1 / mean, cutOf(v, 1 / mean)) < wanted;
            low = tooFew ? mean : low;
            high = tooFew ? high : mean;
        }
        double q = 1 / low;
        return (1 - q) / q > n - 1 ? cutAlone(n, wanted) : new ReduceAndCut(keep(n, q), cutOf(v, q) - 0.5);
    }

    /** The first step keeps everything; the cut alone leaves the wanted share. */
    private static ReduceAndCut cutAlone(double n, double wanted) {
        double low = 0;
        double high = 1e6;
        for (int i = 0; i < HALVINGS; i++) {
            double mu2 = 0.5 * (low + high);
            boolean tooMany = kept(n, 1 / n, mu2) > wanted;
            low = tooMany ? mu2 : low;
            high = tooMany ? high : mu2;
        }
        return new ReduceAndCut(1, low - 0.5);
    }

    private static double cutOf(double v, double q) {
        return 1 - 1 / (2 * v) + (1 / v - 1) / q;
    }

    private static double kept(double n, double q, double mu2) {
        double odds = 1 / (n - 1);
        return odds * (mu2 * StrictMath.pow(1 - q, mu2) + StrictMath.pow(1 - q, mu2 + 1) / q);
    }

    private static double keep(double n, double q) {
        return n <= 1 ? 1 : Math.min(1, (1 - q) / q / (n - 1));
    }
}
