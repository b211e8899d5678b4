package io.brainwright.synthesis.model.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import io.brainwright.synthesis.model.growth.BarDeal.Measure;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BarDealTest {
    private static final int TREES = 20;

    /** Trees of 100 to 195 um; tree t has 5 + t bars, each with its own angle, so that it is known again. */
    private static List<Tree> trees() {
        var trees = new ArrayList<Tree>();
        for (int t = 0; t < TREES; t++) {
            float size_um = 100 + 5 * t;
            var bars = new ArrayList<List<Float>>();
            bars.add(List.of(size_um, 0f, 0f, 0f, 90f, 0f));
            for (int b = 1; b < 5 + t; b++) {
                bars.add(List.of(size_um * 0.8f, size_um * b / (10f + t), (float) t, (float) b, 90f, 0f));
            }
            trees.add(new Tree(60, 40, bars));
        }
        return trees;
    }

    private static List<Tree> dealt(long seed) {
        return dealt(Measure.SIZES_OF_ITS_TREE, seed);
    }

    private static List<Tree> dealt(Measure measure, long seed) {
        return dealt(trees(), measure, seed);
    }

    private static List<Tree> dealt(List<Tree> trees, Measure measure, long seed) {
        return BarDeal.of(trees, measure, new TreeLikeness(trees), Draws.of(seed, "test", 0));
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void everyBarIsDealtOnce(Measure measure) {
        var seen = new HashSet<String>();
        int bars = 0;
        for (var tree : dealt(measure, 1)) {
            for (var bar : tree.bars().subList(1, tree.bars().size())) {
                seen.add(bar.get(2) + " " + bar.get(3));
                bars++;
            }
        }
        int fitted = trees().stream().mapToInt(t -> t.bars().size() - 1).sum();
        assertThat(bars).isEqualTo(fitted);
        assertThat(seen).hasSize(fitted);
    }

    @Test
    void noTreeKeepsMoreThanAThirdOfItsOwnBars() {
        var trees = dealt(2);
        for (int t = 5; t < TREES; t++) {
            float own = t;
            var bars = trees.get(t).bars();
            assertThat(bars.stream().skip(1).filter(b -> b.get(2) == own).count())
                    .as("tree %d of %d bars", t, bars.size())
                    .isLessThanOrEqualTo(bars.size() / 3);
        }
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void everyBarEndsAfterItForksAndBeforeTheTrunkDoes(Measure measure) {
        for (var tree : dealt(measure, 3)) {
            float before = 0;
            for (var bar : tree.bars()) {
                assertThat(bar.get(1)).isBetween(before, bar.get(0));
                assertThat(bar.get(0))
                        .isLessThanOrEqualTo(tree.bars().getFirst().getFirst());
                before = bar.get(1);
            }
        }
    }

    @Test
    void sizesKeepMeanAndSpread() {
        double mean = 0;
        double square = 0;
        int rounds = 200;
        for (int seed = 0; seed < rounds; seed++) {
            for (var tree : dealt(seed)) {
                double log = Math.log(tree.bars().getFirst().getFirst());
                mean += log / (rounds * TREES);
                square += log * log / (rounds * TREES);
            }
        }
        double fitted = trees().stream()
                .mapToDouble(t -> Math.log(t.bars().getFirst().getFirst()))
                .average()
                .orElseThrow();
        double spread = Math.sqrt(trees().stream()
                .mapToDouble(t -> Math.log(t.bars().getFirst().getFirst()) - fitted)
                .map(d -> d * d)
                .average()
                .orElseThrow());
        assertThat(mean).isCloseTo(fitted, within(0.005));
        assertThat(Math.sqrt(square - mean * mean)).isCloseTo(spread, within(0.02 * spread + 0.002));
    }

    @Test
    void equalDrawsDealEqualTreesAndAFitWithoutForksStaysSo() {
        assertThat(dealt(4)).isEqualTo(dealt(4)).isNotEqualTo(dealt(5));
        var bare = List.of(new Tree(90, 0, List.of(List.of(120f, 0f, 0f, 0f, Float.NaN))));
        assertThat(dealt(bare, Measure.UM, 1).getFirst().bars()).hasSize(1);
        assertThat(dealt(List.of(), Measure.UM, 1)).isEmpty();
    }

    @Test
    void barsInUmKeepTheirPlacesAndLengths() {
        double fork = 0;
        double length = 0;
        double fitted = 0;
        double fittedLength = 0;
        for (int seed = 0; seed < 20; seed++) {
            fork += sum(dealt(Measure.UM, seed), 1) / 20;
            length += (sum(dealt(Measure.UM, seed), 0) - sum(dealt(Measure.UM, seed), 1)) / 20;
        }
        fitted = sum(trees(), 1);
        fittedLength = sum(trees(), 0) - fitted;
        assertThat(fork).isCloseTo(fitted, within(0.01 * fitted));
        assertThat(length).isCloseTo(fittedLength, within(0.01 * fittedLength));
    }

    private static double sum(List<Tree> trees, int column) {
        return trees.stream()
                .flatMap(t -> t.bars().stream().skip(1))
                .mapToDouble(b -> b.get(column))
                .sum();
    }

    @Test
    void noTreeIsNearerToAReconstructionThanTheyAreToEachOther() {
        var trees = trees();
        var likeness = new TreeLikeness(trees);
        assertThat(likeness.least()).isPositive();
        assertThat(likeness.copied(trees.get(3))).isTrue();
        for (var measure : Measure.values()) {
            for (int seed = 0; seed < 5; seed++) {
                assertThat(dealt(measure, seed)).noneMatch(likeness::copied);
            }
        }
    }
}
