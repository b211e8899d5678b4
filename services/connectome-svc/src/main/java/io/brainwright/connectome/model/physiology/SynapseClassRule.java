package io.brainwright.connectome.model.physiology;

import io.brainwright.connectome.model.tissue.CellSelector;
import io.brainwright.neuro.random.Draws;

/**
 * One class of connections and how its parameters are spread.
 *
 * <pre>{@code
 *   g, D, F      gamma
 *   U, decay     normal, cut to mean ± sd
 *   vesicles     1 + Poisson(mean - 1)
 * }</pre>
 *
 * @param name name of the class
 * @param index its place in the recipe
 * @param pre axons that it speaks of
 * @param post targets that it speaks of
 * @param conductance_nS peak conductance
 * @param u release probability
 * @param depression_ms depression
 * @param facilitation_ms facilitation
 * @param decay_ms decay
 * @param vesicles mean number of readily releasable vesicles
 * @param nmdaRatio NMDA over AMPA, or GABAB over GABAA
 * @param uHill_mM calcium dependence
 * @param typeId SONATA's syn_type_id
 */
record SynapseClassRule(
        String name,
        int index,
        CellSelector pre,
        CellSelector post,
        Spread conductance_nS,
        Spread u,
        Spread depression_ms,
        Spread facilitation_ms,
        Spread decay_ms,
        double vesicles,
        double nmdaRatio,
        double uHill_mM,
        int typeId) {
    /** Draws one connection; the order of the draws is part of the algorithm. */
    Physiology draw(Draws draws) {
        return new Physiology(
                conductance_nS.gamma(draws),
                u.cutNormal(draws),
                depression_ms.gamma(draws),
                facilitation_ms.gamma(draws),
                decay_ms.cutNormal(draws),
                (int) (1 + draws.poisson(vesicles - 1)),
                nmdaRatio,
                uHill_mM,
                typeId,
                index);
    }
}
