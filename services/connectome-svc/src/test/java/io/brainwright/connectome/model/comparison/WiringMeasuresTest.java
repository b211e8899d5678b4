package io.brainwright.connectome.model.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.connectome.model.analysis.CellGraph;
import io.brainwright.connectome.model.analysis.DistanceGraph;
import io.brainwright.connectome.model.analysis.Somata;
import io.brainwright.neuro.random.Draws;
import io.brainwright.neuro.statistics.Moments;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class WiringMeasuresTest {
    private static final DistanceGraph MADE = new DistanceGraph(1500, 250, 600, 250, 100, 0.4, 11);

    @Test
    void aThinnedWiringTellsWhatTheWholeOneTold() {
        var whole = WiringMeasures.of(graph(), somata(), 1);
        double[] degree = new double[8];
        double[] outSd = new double[8];
        double[] ratio = new double[8];
        double[] triangles = new double[8];
        double[] near = new double[8];
        for (int trial = 0; trial < degree.length; trial++) {
            var draws = Draws.of(3, "test.thinning", trial);
            int[] kept = IntStream.range(0, MADE.cells())
                    .filter(_ -> draws.nextDouble() < 0.4)
                    .toArray();
            var thinned =
                    WiringMeasures.of(graph().among(kept), somata().of(kept), (double) kept.length / MADE.cells());
            degree[trial] = thinned.degree();
            outSd[trial] = thinned.outDegreeSd();
            ratio[trial] = thinned.commonNeighbourRatio();
            triangles[trial] = thinned.simplices().overChance()[2];
            near[trial] = thinned.distances().probability(1);
        }
        assertThat(Moments.of(degree).mean()).isCloseTo(whole.degree(), Percentage.withPercentage(3));
        assertThat(Moments.of(outSd).mean()).isCloseTo(whole.outDegreeSd(), Percentage.withPercentage(6));
        assertThat(Moments.of(ratio).mean()).isCloseTo(whole.commonNeighbourRatio(), Percentage.withPercentage(3));
        assertThat(Moments.of(triangles).mean())
                .isCloseTo(whole.simplices().overChance()[2], Percentage.withPercentage(4));
        assertThat(Moments.of(near).mean()).isCloseTo(whole.distances().probability(1), Percentage.withPercentage(3));
    }

    @Test
    void withoutTheCorrectionTheSpreadOfDegreesWouldBeWrong() {
        var draws = Draws.of(3, "test.thinning", 0);
        int[] kept = IntStream.range(0, MADE.cells())
                .filter(_ -> draws.nextDouble() < 0.1)
                .toArray();
        var degrees = new Moments();
        var thinned = graph().among(kept);
        IntStream.range(0, kept.length).forEach(c -> degrees.add(thinned.degree(c)));
        double f = (double) kept.length / MADE.cells();
        var whole = WiringMeasures.of(graph(), somata(), 1);
        assertThat(degrees.sd() / f).isGreaterThan(1.3 * whole.outDegreeSd());
        assertThat(WiringMeasures.unthinnedSd(degrees, f))
                .isCloseTo(whole.outDegreeSd(), Percentage.withPercentage(25));
    }

    @Test
    void equalDegreesHaveNoSpreadHoweverTheyAreThinned() {
        assertThat(WiringMeasures.unthinnedSd(Moments.of(4, 4, 4, 4), 1)).isCloseTo(0, within(1e-12));
        assertThat(WiringMeasures.unthinnedSd(Moments.of(3, 5, 4, 4), 0.5)).isZero();
    }

    @Test
    void theFloorOfTrianglesIsBetweenTwoAndFive() {
        var rows = ComparedMeasure.of(WiringMeasures.of(graph(), somata(), 1));
        var triangles = rows.stream()
                .filter(r -> r.measure().startsWith("simplices of dimension 2"))
                .findFirst()
                .orElseThrow();
        assertThat(triangles.low()).isEqualTo(2);
        assertThat(triangles.high()).isEqualTo(5);
        assertThat(new ComparedMeasure("m", 1.9, 2.67, 2, 5).holds()).isFalse();
        assertThat(new ComparedMeasure("m", 9, 2.67, Double.NaN, Double.NaN).holds())
                .isTrue();
    }

    private static CellGraph graph() {
        var sources = new ArrayList<Integer>();
        var targets = new ArrayList<Integer>();
        MADE.each((from, to) -> {
            sources.add(from);
            targets.add(to);
        });
        return CellGraph.ofPairs(
                MADE.cells(),
                sources.stream().mapToInt(i -> i).toArray(),
                targets.stream().mapToInt(i -> i).toArray());
    }

    private static Somata somata() {
        float[][] at = new float[3][MADE.cells()];
        for (int c = 0; c < MADE.cells(); c++) {
            double[] place = MADE.place(c);
            for (int k = 0; k < 3; k++) {
                at[k][c] = (float) place[k];
            }
        }
        return new Somata(at[0], at[1], at[2]);
    }
}
