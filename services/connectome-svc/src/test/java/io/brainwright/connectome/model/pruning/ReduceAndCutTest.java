package io.brainwright.connectome.model.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import io.brainwright.testkit.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReduceAndCutTest {
    private static final int PAIRS = 400_000;

    static Stream<JsonNode> vectors() throws IOException {
        var file = Reference.path("connectome/reduce-cut-vectors.json");
        var tree = new JsonMapper().readTree(Files.readString(file));
        return StreamSupport.stream(tree.get("vectors").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void givesTheParametersOfThePublishedFormulas(JsonNode vector) {
        var steps = ReduceAndCut.of(rule(vector), vector.get("structural_mean").asDouble());
        // The reference found the root of the active-fraction rule by a coarse search.
        var tolerance = Percentage.withPercentage(vector.get("rule").has("active_fraction") ? 0.1 : 1e-10);
        assertThat(steps.keep()).isCloseTo(vector.get("p_A").asDouble(), tolerance);
        if (vector.get("pMu_A").asDouble() == 0) {
            assertThat(steps.cut()).isZero();
        } else {
            assertThat(steps.cut()).isCloseTo(vector.get("pMu_A").asDouble(), tolerance);
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theExactOutcomeAgreesWithTheReferenceSimulation(JsonNode vector) {
        if (!vector.has("monte_carlo")) {
            return; // nothing is pruned: see chandelierAxonsKeepEverything
        }
        double n = vector.get("structural_mean").asDouble();
        var rule = rule(vector);
        var outcome = Outcome.of(geometric(n), ReduceAndCut.of(rule, n));
        var expected = vector.get("monte_carlo");
        var tolerance = Percentage.withPercentage(2);
        double active = Math.min(1, rule.reduction() / outcome.keptShare());
        assertThat(outcome.mean()).isCloseTo(expected.get("mean").asDouble(), tolerance);
        assertThat(outcome.cv()).isCloseTo(expected.get("cv").asDouble(), tolerance);
        assertThat(active).isCloseTo(expected.get("active_fraction").asDouble(), tolerance);
        assertThat(outcome.keptShare() * active)
                .isCloseTo(expected.get("kept_synapse_fraction").asDouble(), tolerance);
        assertThat(outcome.connections() * active)
                .isCloseTo(expected.get("kept_connection_fraction").asDouble(), tolerance);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void drawsOfFourHundredThousandConnectionsAgreeWithTheExactOutcome(JsonNode vector) {
        double n = vector.get("structural_mean").asDouble();
        var steps = ReduceAndCut.of(rule(vector), n);
        var expected = Outcome.of(geometric(n), steps);
        double connections = 0;
        double synapses = 0;
        double appositions = 0;
        for (int i = 0; i < PAIRS; i++) {
            int k = geometricDraw(n, Draws.of(1, "test.pairs", i));
            int kept = Fate.decide(k, steps, 1, 2, i).kept().cardinality();
            appositions += k;
            synapses += kept;
            connections += kept > 0 ? 1 : 0;
        }
        double error = 4 / Math.sqrt(connections); // four standard errors of a count
        assertThat(synapses / connections).isCloseTo(expected.mean(), Percentage.withPercentage(2));
        assertThat(synapses / appositions / expected.keptShare()).isCloseTo(1, within(Math.max(0.02, error)));
    }

    @Test
    void aTargetBeyondTheAppositionsIsReportedAsUnreachable() {
        var rule = new PruningRule.MeanAndSpread(0.075, 4, 0.25);
        var counts = geometric(8);
        var steps = ReduceAndCut.of(rule, 8);
        var outcome = Outcome.of(counts, steps);
        assertThat(outcome.keptShare()).isCloseTo(0.022, within(0.001));
        assertThat(new PathwayPruning(PathwayStatisticsTest.EXC_TO_EXC, "test", counts, rule, steps, outcome, 1)
                        .reachable())
                .isFalse();
    }

    @Test
    void chandelierAxonsKeepEverything() {
        var steps = ReduceAndCut.of(new PruningRule.Direct(1, 1, 0), 5);
        assertThat(Fate.decide(9, steps, 1, 0, 0).kept().cardinality()).isEqualTo(9);
    }

    @Test
    void atTheCutHalfOfTheConnectionsSurvive() {
        assertThat(new ReduceAndCut(1, 7).survival(7)).isEqualTo(0.5);
    }

    @Test
    void pairsWithASingleAppositionAreNotReduced() {
        var steps = ReduceAndCut.of(new PruningRule.MeanAndSpread(0.1, 1.5, 0.32), 1);
        assertThat(steps.keep()).isEqualTo(1);
        assertThat(steps.cut()).isCloseTo(1.5 - 0.48, within(1e-12));
    }

    static PairCounts geometric(double n) {
        var counts = new PairCounts();
        double q = 1 - 1 / n;
        for (int k = 1; k < 40 * n; k++) {
            long pairs = Math.round(1e12 * Math.pow(q, k - 1) / n);
            if (pairs > 0) {
                counts.add(k, pairs);
            }
        }
        return counts;
    }

    private static int geometricDraw(double n, Draws draws) {
        return 1 + (int) (Math.log(1 - draws.nextDouble()) / Math.log(1 - 1 / n));
    }

    private static PruningRule rule(JsonNode vector) {
        var rule = vector.get("rule");
        double r = rule.get("bouton_reduction_factor").asDouble();
        if (rule.has("mean_syns_connection")) {
            double m = rule.get("mean_syns_connection").asDouble();
            return new PruningRule.MeanAndSpread(
                    r, m, rule.get("cv_syns_connection").asDouble());
        }
        if (rule.has("active_fraction")) {
            double v = rule.get("cv_syns_connection").asDouble();
            return new PruningRule.SpreadAndActive(
                    r, v, rule.get("active_fraction").asDouble());
        }
        return new PruningRule.Direct(
                r, rule.get("p_A").asDouble(), rule.get("pMu_A").asDouble());
    }
}
