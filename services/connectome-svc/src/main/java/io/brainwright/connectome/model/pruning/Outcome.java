package io.brainwright.connectome.model.pruning;

/**
 * What the first two steps leave of a pathway, exactly, from the counts of its pairs.
 *
 * <pre>{@code
 *   sum over pairs of k, over j = 1..k:  C(k, j) p_A^j (1 - p_A)^(k-j)  S(j)  {1, j, j²}
 * }</pre>
 *
 * No draws are needed, so the last step knows its chance before the first pair is pruned.
 *
 * @param keptShare synapses per apposition
 * @param connections connections per connected pair
 * @param mean synapses per connection
 * @param cv their coefficient of variation
 */
public record Outcome(double keptShare, double connections, double mean, double cv) {
    /** Expects the outcome of two steps on counted pairs. */
    public static Outcome of(PairCounts counts, ReduceAndCut steps) {
        int largest = counts.largest();
        double[] survival = new double[largest + 1];
        for (int j = 1; j <= largest; j++) {
            survival[j] = steps.survival(j);
        }
        double zeroth = 0;
        double first = 0;
        double second = 0;
        double[] chance = new double[largest + 1];
        chance[0] = 1;
        for (int k = 1; k <= largest; k++) {
            addTrial(chance, k, steps.keep());
            if (counts.pairs(k) == 0) {
                continue;
            }
            for (int j = 1; j <= k; j++) {
                double weight = counts.pairs(k) * chance[j] * survival[j];
                zeroth += weight;
                first += weight * j;
                second += weight * j * j;
            }
        }
        double mean = zeroth == 0 ? 0 : first / zeroth;
        double variance = zeroth == 0 ? 0 : Math.max(0, second / zeroth - mean * mean);
        return new Outcome(
                first / counts.appositionTotal(),
                zeroth / counts.pairTotal(),
                mean,
                mean == 0 ? 0 : Math.sqrt(variance) / mean);
    }

    /** One more trial of a binomial distribution, in place. */
    private static void addTrial(double[] chance, int trials, double success) {
        for (int j = trials; j > 0; j--) {
            chance[j] = chance[j] * (1 - success) + chance[j - 1] * success;
        }
        chance[0] *= 1 - success;
    }
}
