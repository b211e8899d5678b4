package io.brainwright.connectome.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Graphs whose numbers follow by hand. */
class KnownGraphsTest {
    @Test
    void aFeedForwardCliqueHasBinomialSimplices() {
        assertThat(DirectedSimplices.count(Graphs.feedForward(8), 7)).containsExactly(8, 28, 56, 70, 56, 28, 8, 1);
        assertThat(DirectedSimplices.count(Graphs.feedForward(100), 3))
                .containsExactly(100, 4950, 161700, 3921225); // more targets than bits in a word
    }

    @Test
    void aCompleteGraphHasEveryOrderOfEverySubset() {
        assertThat(DirectedSimplices.count(Graphs.complete(6), 6)).containsExactly(6, 30, 120, 360, 720, 720, 0);
        assertThat(DirectedSimplices.byChance(6, 1, 3)).isEqualTo(360);
    }

    @Test
    void aRingHasNoTrianglesNoReturnsAndNoCommonNeighbours() {
        var ring = Graphs.ring(10);
        var somata = Graphs.line(10, 0);
        assertThat(DirectedSimplices.count(ring, 3)).containsExactly(10, 10, 0, 0);
        assertThat(PairTally.of(ring, ring.reversed(), somata, Sides.all(10))[0].reciprocity())
                .isZero();
        var shared = CommonNeighbours.efferent(ring, somata, 1);
        assertThat(shared.pairs()).isEqualTo(45);
        assertThat(shared.connectedPairs()).isEqualTo(10);
        assertThat(shared.meanAll()).isZero();
        assertThat(Hubs.of(ring, ring.reversed()).cells()).isEmpty();
    }

    @Test
    void inAFeedForwardCliqueTheFirstLayerContributesMost() {
        var clique = Graphs.feedForward(4); // 3, 2, 1 and 0 connections
        var shares = LayerShares.of(clique, Graphs.line(4, 0), Sides.all(4), new int[] {2, 2, 5, 5});
        assertThat(shares).containsOnly(Map.entry(2, new LayerShares(2, 5)), Map.entry(5, new LayerShares(2, 1)));
    }

    @Test
    void inARandomGraphEveryMotifIsAboutAsFrequentAsByChance() {
        int n = 400;
        double p = 0.1;
        var draws = Draws.of(3, "test.erdos-renyi", 0);
        var edges = new Edges();
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                if (a != b && draws.nextDouble() < p) {
                    edges.add(a, b, 1);
                }
            }
        }
        var graph = edges.graph(n);
        var somata = Graphs.line(n, 0);
        assertThat(graph.density()).isCloseTo(p, within(0.003)); // 4 sd
        long[] simplices = DirectedSimplices.count(graph, 3);
        assertThat(simplices[2] / DirectedSimplices.byChance(n, graph.density(), 2))
                .isCloseTo(1, within(0.03));
        assertThat(simplices[3] / DirectedSimplices.byChance(n, graph.density(), 3))
                .isCloseTo(1, within(0.1));
        assertThat(CommonNeighbours.efferent(graph, somata, 1).overChance()).isCloseTo(1, within(0.02));
        assertThat(CommonNeighbours.afferent(graph, somata, 1).overChance()).isCloseTo(1, within(0.02));
        var pairs = PairTally.of(graph, graph.reversed(), somata, Sides.all(n))[0];
        assertThat(pairs.reciprocityOverChance()).isCloseTo(1, within(0.1));
    }

    @Test
    void onALineConnectionProbabilityFollowsTheDistance() {
        int n = 12;
        var edges = new Edges();
        for (int a = 0; a + 1 < n; a++) {
            edges.add(a, a + 1, 1);
        }
        var graph = edges.graph(n);
        var all = PairTally.of(graph, graph.reversed(), Graphs.line(n, 60), Sides.all(n))[0];
        assertThat(all.pairs()).isEqualTo(n * (n - 1));
        assertThat(all.pairs(0)).isZero();
        assertThat(all.pairs(1)).isEqualTo(22); // neighbours at 60 um, both ways
        assertThat(all.probability(1)).isEqualTo(0.5);
        assertThat(all.probability(2)).isZero(); // 120 um
        var everyone = Sides.all(n);
        var near = new Sides(everyone.pre(), everyone.post(), everyone.group(), 1, 60);
        var close = PairTally.of(graph, graph.reversed(), Graphs.line(n, 60), near)[0];
        assertThat(close.pairs()).isEqualTo(22);
        assertThat(close.probability()).isEqualTo(0.5);
    }

    @Test
    void betweenTwoGroupsEachDirectionIsCountedOnItsOwn() {
        var edges = new Edges();
        edges.add(0, 2, 4);
        edges.add(0, 3, 2);
        edges.add(2, 0, 7);
        edges.add(0, 1, 1);
        var graph = edges.graph(4);
        var somata = Graphs.line(4, 10);
        boolean[] everyone = {true, true, true, true};
        var sides = new Sides(everyone, everyone, new int[] {0, 0, 1, 1}, 2, Double.POSITIVE_INFINITY);
        var pairs = PairTally.of(graph, graph.reversed(), somata, sides);
        assertThat(pairs[1].pairs()).isEqualTo(4);
        assertThat(pairs[1].probability()).isEqualTo(0.5);
        assertThat(pairs[1].reciprocity()).isEqualTo(0.5);
        assertThat(pairs[1].reciprocityOverChance()).isEqualTo(2); // one of four pairs has a connection back
        assertThat(pairs[2].reciprocity()).isEqualTo(1);
        var synapses = SynapsesPerConnection.of(graph, somata, sides);
        assertThat(synapses[1].mean()).isEqualTo(3);
        assertThat(synapses[2].mean()).isEqualTo(7);
        assertThat(synapses[3].n()).isZero();
    }

    @Test
    void degreesCountOnlyTheSidesThatAreLookedAt() {
        var graph = Graphs.complete(5);
        boolean[] pre = {true, true, false, false, false};
        boolean[] post = {false, true, true, true, false};
        var degrees =
                Degrees.of(graph, Graphs.line(5, 1), new Sides(pre, post, new int[5], 1, Double.POSITIVE_INFINITY));
        assertThat(degrees.out(0)).isEqualTo(3);
        assertThat(degrees.out(1)).isEqualTo(2);
        assertThat(degrees.in(1)).isEqualTo(1);
        assertThat(degrees.in(2)).isEqualTo(2);
        assertThat(degrees.in(4)).isZero();
    }

    @Test
    void theMiddleOfAStarIsItsOnlyHub() {
        var edges = new Edges();
        for (int leaf = 1; leaf < 20; leaf++) {
            edges.add(0, leaf, 1);
        }
        var star = edges.graph(20);
        assertThat(Hubs.of(star, star.reversed()).cells()).containsExactly(0);
    }

    @Test
    void theGraphAmongSomeCellsKeepsTheirConnectionsOnly() {
        var half = Graphs.feedForward(8).among(new int[] {1, 3, 4, 7});
        assertThat(DirectedSimplices.count(half, 3)).containsExactly(4, 6, 4, 1);
        assertThat(half.connects(0, 3)).isTrue();
        assertThat(half.connects(3, 0)).isFalse();
    }
}
