package io.brainwright.connectome.model.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.connectome.model.tissue.CellType;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.neuro.vocabulary.SynapseClass;
import org.junit.jupiter.api.Test;

class PathwayStatisticsTest {
    private static final CellType L6 = new CellType("L6_BPC", SynapseClass.EXC);
    private static final CellType L5 = new CellType("L5_TPC:A", SynapseClass.EXC);
    private static final CellType BASKET = new CellType("L4_LBC", SynapseClass.INH);
    static final Pathway EXC_TO_EXC = new Pathway(L6, L6);

    private final PruningRecipe recipe = new PruningRecipe(RecipeFile.open("rat-nbs1-synapses"));
    private final PathwayStatistics statistics = new PathwayStatistics(recipe);

    @Test
    void aPathwayWithFiftyPairsUsesItsOwnMean() {
        count(L6, L6, 3, 50);
        count(L5, L5, 9, 200);
        var pruning = statistics.pruning(EXC_TO_EXC);
        assertThat(pruning.pooledOver()).isEqualTo("m-types");
        assertThat(pruning.counts().mean()).isEqualTo(3);
        assertThat(pruning.rule()).isEqualTo(new PruningRule.MeanAndSpread(0.075, 4.5, 0.32));
    }

    @Test
    void aPathwayWithFewPairsBorrowsFromItsGroup() {
        count(L6, L6, 3, 49);
        count(L5, L5, 9, 51);
        var pruning = statistics.pruning(EXC_TO_EXC);
        assertThat(pruning.pooledOver()).isEqualTo("EXC to EXC");
        assertThat(pruning.counts().pairTotal()).isEqualTo(100);
        assertThat(statistics.pruning(new Pathway(BASKET, L6)).pooledOver()).isEqualTo("all pairs");
    }

    @Test
    void measuredPathwaysKeepTheirMeasuredMean() {
        count(L5, L5, 6, 60);
        assertThat(statistics.pruning(new Pathway(L5, L5)).rule())
                .isEqualTo(new PruningRule.MeanAndSpread(0.06, 5.5, 0.25));
    }

    @Test
    void theMeanOfOtherPathwaysStaysWithinOneAndTwentyFive() {
        assertThat(mean(BASKET, L6, 1.0)).isEqualTo(1);
        assertThat(mean(BASKET, L6, 5.0)).isEqualTo(11);
        assertThat(mean(BASKET, L6, 400.0)).isEqualTo(25);
    }

    @Test
    void theLastStepBringsTheShareToTheBoutonReduction() {
        for (int k = 1; k < 40; k++) {
            count(BASKET, L6, k, (int) Math.round(2000 * Math.pow(0.8, k - 1)));
        }
        var pruning = statistics.pruning(new Pathway(BASKET, L6));
        assertThat(pruning.reachable()).isTrue();
        assertThat(pruning.activeFraction() * pruning.expected().keptShare()).isBetween(0.0719, 0.0721);
    }

    private double mean(CellType pre, CellType post, double n) {
        return ((PruningRule.MeanAndSpread) recipe.rule(new Pathway(pre, post), n)).mean();
    }

    private void count(CellType pre, CellType post, int appositions, int pairs) {
        for (int i = 0; i < pairs; i++) {
            statistics.count(pre, post, appositions);
        }
    }
}
