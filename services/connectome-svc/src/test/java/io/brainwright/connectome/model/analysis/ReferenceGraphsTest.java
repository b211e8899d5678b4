package io.brainwright.connectome.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.testkit.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Three graphs, counted before by two independent counters that agree. */
class ReferenceGraphsTest {
    private static final Offset<Double> EXACT = within(1e-12); // doubles on both sides, other orders of summing

    @ParameterizedTest
    @ValueSource(strings = {"celegans_white1986", "er300", "dd500"})
    void directedSimplicesAreCountedExactlyInAllDimensions(String name) throws IOException {
        var expected = expected(name);
        long[] counts = expected.path("simplex_counts")
                .valueStream()
                .mapToLong(JsonNode::asLong)
                .toArray();
        long[] found = DirectedSimplices.count(graph(name, expected), counts.length);
        assertThat(IntStream.range(0, counts.length).mapToLong(k -> found[k]).toArray())
                .isEqualTo(counts);
        assertThat(found[counts.length]).as("none above").isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"celegans_white1986", "er300", "dd500"})
    void densityDegreesAndReciprocityAreThoseOfTheReference(String name) throws IOException {
        var expected = expected(name);
        var graph = graph(name, expected);
        int n = graph.cells();
        assertThat(graph.connections()).isEqualTo(expected.path("edges").asInt());
        assertThat(graph.density()).isCloseTo(expected.path("density").asDouble(), EXACT);
        var somata = Graphs.line(n, 0);
        var degrees = Degrees.of(graph, somata, Sides.all(n));
        check(IntStream.range(0, n).map(degrees::out).toArray(), expected.path("out_degree"));
        check(IntStream.range(0, n).map(degrees::in).toArray(), expected.path("in_degree"));
        var pairs = PairTally.of(graph, graph.reversed(), somata, Sides.all(n))[0];
        assertThat(pairs.probability()).isCloseTo(expected.path("density").asDouble(), EXACT);
        assertThat(pairs.reciprocity()).isCloseTo(expected.path("reciprocity").asDouble(), EXACT);
        assertThat(pairs.reciprocityOverChance())
                .isCloseTo(expected.path("reciprocity").asDouble() / graph.density(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"celegans_white1986", "er300", "dd500"})
    void commonNeighboursAreThoseOfTheReference(String name) throws IOException {
        var expected = expected(name);
        var graph = graph(name, expected);
        var somata = Graphs.line(graph.cells(), 0);
        check(CommonNeighbours.efferent(graph, somata, 1), expected.path("common_neighbours_efferent"));
        check(CommonNeighbours.afferent(graph, somata, 1), expected.path("common_neighbours_afferent"));
    }

    private static void check(CommonNeighbours found, JsonNode expected) {
        assertThat(found.meanAll()).isCloseTo(expected.path("mean_all_pairs").asDouble(), EXACT);
        assertThat(found.meanConnected())
                .isCloseTo(expected.path("mean_connected_pairs").asDouble(), EXACT);
        assertThat(found.meanUnconnected())
                .isCloseTo(expected.path("mean_unconnected_pairs").asDouble(), EXACT);
    }

    private static void check(int[] degrees, JsonNode expected) {
        var summary = IntStream.of(degrees).summaryStatistics();
        assertThat(summary.getAverage()).isCloseTo(expected.path("mean").asDouble(), EXACT);
        assertThat(summary.getMin()).isEqualTo(expected.path("min").asInt());
        assertThat(summary.getMax()).isEqualTo(expected.path("max").asInt());
    }

    private static CellGraph graph(String name, JsonNode expected) throws IOException {
        return Graphs.reference(name, expected.path("nodes").asInt());
    }

    private static JsonNode expected(String name) throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(Files.readAllBytes(Reference.path("connectome/graphs/" + name + ".expected.json")));
    }
}
