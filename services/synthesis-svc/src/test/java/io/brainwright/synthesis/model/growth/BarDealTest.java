package io.brainwright.synthesis.model.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import io.brainwright.synthesis.model.parameters.GrowthParameters.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

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
        return BarDeal.of(trees(), Draws.of(seed, "test", 0));
    }

    @Test
    void everyBarIsDealtOnce() {
        var seen = new HashSet<String>();
        int bars = 0;
        for (var tree : dealt(1)) {
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

    @Test
    void everyBarEndsAfterItForksAndBeforeTheTrunkDoes() {
        for (var tree : dealt(3)) {
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
        assertThat(BarDeal.of(bare, Draws.of(1, "test", 0)).getFirst().bars()).hasSize(1);
        assertThat(BarDeal.of(List.of(), Draws.of(1, "test", 0))).isEmpty();
    }
}
