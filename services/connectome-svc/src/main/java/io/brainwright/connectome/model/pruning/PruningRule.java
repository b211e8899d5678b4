package io.brainwright.connectome.model.pruning;

/**
 * What is known of a pathway; each alternative fixes the same three steps.
 *
 * <p>r is always the bouton reduction factor: the share of appositions that become synapses.
 */
public sealed interface PruningRule {
    /** r, the share of appositions that become synapses. */
    double reduction();

    /**
     * Mean and spread of the synapses of a connection were measured.
     *
     * @param reduction r
     * @param mean m, synapses per connection
     * @param cv v, their coefficient of variation
     */
    record MeanAndSpread(double reduction, double mean, double cv) implements PruningRule {}

    /**
     * The share of connections that survives the last step was chosen instead of the mean.
     *
     * @param reduction r
     * @param cv v
     * @param activeFraction a
     */
    record SpreadAndActive(double reduction, double cv, double activeFraction) implements PruningRule {}

    /**
     * The steps themselves are given.
     *
     * @param reduction r
     * @param keep p_A, chance of an apposition to pass the first step
     * @param cut mu, synapses at which half of the connections pass the second
     */
    record Direct(double reduction, double keep, double cut) implements PruningRule {}
}
