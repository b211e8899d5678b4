package io.brainwright.connectome.model.physiology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.connectome.model.tissue.CellType;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.neuro.vocabulary.SynapseClass;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class PhysiologyRecipeTest {
    private static final int DRAWS = 40_000;
    private static final CellType L5_A = cell("L5_TPC:A", SynapseClass.EXC);
    private static final CellType L4 = cell("L4_SSC", SynapseClass.EXC);
    private static final CellType BASKET = cell("L5_LBC", SynapseClass.INH);

    private final PhysiologyRecipe recipe = new PhysiologyRecipe(RecipeFile.open("rat-nbs1-synapses"));

    @Test
    void theLastMatchingClassWins() {
        assertThat(recipe.className(L5_A, L5_A)).isEqualTo("E2_L5TTPC");
        assertThat(recipe.className(L4, L4)).isEqualTo("E2_L4PC");
        assertThat(recipe.className(L4, BASKET)).isEqualTo("E2");
        assertThat(recipe.className(L4, cell("L23_MC", SynapseClass.INH))).isEqualTo("E1 onto Martinotti cells");
        assertThat(recipe.className(BASKET, L5_A)).isEqualTo("L5_LBC to L5_TPC:A");
        assertThat(recipe.className(BASKET, L4)).isEqualTo("I2");
    }

    @Test
    void everyCellTypeHasAClassEvenAnUnknownOne() {
        for (var pre : SynapseClass.values()) {
            for (var post : SynapseClass.values()) {
                assertThat(recipe.className(cell("L3_NEW", pre), cell("L6_NEW", post)))
                        .isEqualTo(pre == SynapseClass.EXC ? "E2" : "I2");
            }
        }
    }

    @Test
    void thickTuftedPairsHaveTheMomentsOfTheirClass() {
        assertThat(mean(Physiology::conductance_nS)).isCloseTo(1.94, Percentage.withPercentage(2));
        assertThat(sd(Physiology::conductance_nS)).isCloseTo(1.0, Percentage.withPercentage(4));
        assertThat(mean(Physiology::depression_ms)).isCloseTo(365.6, Percentage.withPercentage(2));
        assertThat(mean(Physiology::facilitation_ms)).isCloseTo(25.7, Percentage.withPercentage(5));
        assertThat(sd(Physiology::facilitation_ms)).isCloseTo(45.87, Percentage.withPercentage(8));
        assertThat(mean(Physiology::u)).isCloseTo(0.38, Percentage.withPercentage(1));
        assertThat(sd(Physiology::u)).isCloseTo(0.1 * 0.5396, Percentage.withPercentage(3)); // normal cut at one sd
        assertThat(mean(Physiology::decay_ms)).isCloseTo(1.74, Percentage.withPercentage(1));
        assertThat(mean(Physiology::vesicles)).isCloseTo(2.8, Percentage.withPercentage(2));
        assertThat(sd(Physiology::vesicles)).isCloseTo(Math.sqrt(1.8), Percentage.withPercentage(3));
    }

    @Test
    void allDrawsLieWithinTheirBounds() {
        LongStream.range(0, 5_000).mapToObj(i -> recipe.draw(BASKET, L4, 1, i)).forEach(p -> {
            assertThat(p.conductance_nS()).isPositive();
            assertThat(p.u()).isBetween(0.12, 0.38);
            assertThat(p.decay_ms()).isBetween(6.1, 10.5);
            assertThat(p.vesicles()).isEqualTo(1);
            assertThat(p.nmdaRatio()).isZero();
            assertThat(p.typeId()).isLessThan(100);
        });
    }

    @Test
    void thirtyMicrometresOfAxonTakeATenthOfAMillisecond() {
        assertThat(recipe.delay_ms(0)).isEqualTo(0.1);
        assertThat(recipe.delay_ms(30)).isCloseTo(0.2, within(1e-12));
    }

    private double mean(ToDoubleFunction<Physiology> quantity) {
        return draws(quantity).average().orElseThrow();
    }

    private double sd(ToDoubleFunction<Physiology> quantity) {
        double mean = mean(quantity);
        return Math.sqrt(
                draws(x -> square(quantity.applyAsDouble(x) - mean)).average().orElseThrow());
    }

    private DoubleStream draws(ToDoubleFunction<Physiology> quantity) {
        return LongStream.range(0, DRAWS)
                .mapToObj(i -> recipe.draw(L5_A, L5_A, 11, i))
                .mapToDouble(quantity);
    }

    private static double square(double x) {
        return x * x;
    }

    private static CellType cell(String mtype, SynapseClass synapseClass) {
        return new CellType(mtype, synapseClass);
    }
}
