package io.brainwright.connectome.model.pruning;

/**
 * How an axon's pathways are pruned beside what the recipe says, so that it makes as many synapses from other appositions.
 *
 * <pre>{@code
 *   r'   = min(1, φ r)
 *   p_A' = p_A + (1 - p_A) e,   mu' = (1 - e) mu
 * }</pre>
 *
 * @param boutons φ, by which the wanted share of the appositions is raised
 * @param ease e, 0 to 1: 0 keeps the steps of the recipe, 1 keeps every apposition
 */
record Effort(double boutons, double ease) {
    static final Effort AS_THE_RECIPE = new Effort(1, 0);

    PruningRule raised(PruningRule rule) {
        if (boutons == 1) {
            return rule;
        }
        double r = Math.min(1, boutons * rule.reduction());
        return switch (rule) {
            case PruningRule.MeanAndSpread m -> new PruningRule.MeanAndSpread(r, m.mean(), m.cv());
            case PruningRule.SpreadAndActive a -> new PruningRule.SpreadAndActive(r, a.cv(), a.activeFraction());
            case PruningRule.Direct d -> new PruningRule.Direct(r, d.keep(), d.cut());
        };
    }

    ReduceAndCut eased(ReduceAndCut steps) {
        return ease == 0 ? steps : new ReduceAndCut(steps.keep() + (1 - steps.keep()) * ease, (1 - ease) * steps.cut());
    }
}
