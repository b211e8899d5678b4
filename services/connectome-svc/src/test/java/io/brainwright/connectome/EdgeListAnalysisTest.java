package io.brainwright.connectome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.testkit.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EdgeListAnalysisTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder = Path.of("");

    /** Counted before by two independent tools; every number of the reference has its place in the answer. */
    @ParameterizedTest
    @ValueSource(strings = {"celegans_white1986", "er300", "dd500"})
    void everyInvariantOfTheReferenceGraphsIsExact(String name) throws IOException {
        var expected =
                JSON.readTree(Files.readAllBytes(Reference.path("connectome/graphs/" + name + ".expected.json")));
        var found = JSON.valueToTree(analyse(Reference.path("connectome/graphs/" + name + ".csv"), List.of()));
        same("", found, expected);
    }

    private static void same(String at, JsonNode found, JsonNode expected) {
        if (expected.isObject()) {
            expected.properties().forEach(e -> same(at + "/" + e.getKey(), found.path(e.getKey()), e.getValue()));
        } else if (expected.isFloatingPointNumber()) {
            double wanted = expected.asDouble();
            assertThat(found.isNumber()).as(at).isTrue();
            assertThat(Math.abs(found.asDouble() - wanted)).as(at).isLessThanOrEqualTo(1e-12 * Math.max(1, wanted));
        } else {
            assertThat(found.toString()).as(at).isEqualTo(expected.toString());
        }
    }

    @Test
    void participationOfADirectedTriangleAndItsTail() throws IOException {
        var tree = analyse(file("source,target", "0,1", "0,2", "1,2", "2,3"), List.of());
        assertThat(tree.get("maximal_simplex_counts")).isEqualTo(new long[] {0, 1, 1});
        var rows = (List<?>) Objects.requireNonNull(tree.get("participation"));
        assertThat(((Map<?, ?>) rows.get(0)).get("by_node")).isEqualTo(new long[] {2, 2, 3, 1});
        assertThat(((Map<?, ?>) rows.get(1)).get("by_node")).isEqualTo(new long[] {1, 1, 1, 0});
    }

    @Test
    void highwaysNeedToKnowWhereCellsLieAndSaySo() throws IOException {
        var edges = file("source,target", "0,1", "1,2", "2,3");
        assertThat(Objects.requireNonNull(analyse(edges, List.of()).get("left_out"))
                        .toString())
                .contains("highway_hubs", "--nodes");
        var nodes = Files.write(
                folder.resolve("nodes.csv"), List.of("id,x,y,z", "0,0,0,0", "1,300,0,0", "2,600,0,0", "3,900,0,0"));
        var tree = EdgeListAnalysis.of(
                new EdgeListAnalysis.Question(edges, nodes, List.of("highway_hubs"), List.of(), 3, 7, false, 600));
        var highways = (Map<?, ?>) Objects.requireNonNull(tree.get("highway_hubs"));
        assertThat(highways.get("distant_pairs")).isEqualTo(6L);
        assertThat(highways.get("reached")).isEqualTo(3L);
        assertThat(highways.get("path_length_mean")).isEqualTo(7 / 3.0);
        assertThatThrownBy(() -> EdgeListAnalysis.of(new EdgeListAnalysis.Question(
                        edges, nodes, List.of("highway_hubs"), List.of(), 3, 7, false, Double.NaN)))
                .hasMessageContaining("Highways need a distance");
    }

    @Test
    void loopsAndRepeatedRowsAreLeftOutAndSaidSo() throws IOException {
        var tree = analyse(file("source,target,note", "0,1,a", "1,1,b", "0,1,c", "", "1,0,d"), List.of());
        assertThat(tree.get("edges")).isEqualTo(2);
        assertThat(tree.get("rows_left_out")).isEqualTo(Map.of("loops", 1L, "repeated", 1L));
    }

    @Test
    void theConfigurationControlOfARingKeepsItsEdgesAndHasNoTriangles() throws IOException {
        var tree = analyse(file("source,target", "0,1", "1,2", "2,3", "3,4", "4,0"), List.of("er", "configuration"));
        var controls = (List<?>) Objects.requireNonNull(tree.get("controls"));
        assertThat(controls)
                .allSatisfy(c -> assertThat(((Map<?, ?>) c).get("edges_mean")).isEqualTo(5.0));
    }

    @Test
    void aWrongFileIsNamedWithItsLine() throws IOException {
        var notANumber = file("source,target", "0,1", "0,x");
        assertThatThrownBy(() -> analyse(notANumber, List.of()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("'x'");
        var negative = file("source,target", "0,-1");
        assertThatThrownBy(() -> analyse(negative, List.of())).hasMessageContaining("line 2");
        var otherColumns = file("pre,post", "0,1");
        assertThatThrownBy(() -> analyse(otherColumns, List.of())).hasMessageContaining("no column source, target");
        assertThatThrownBy(() -> analyse(folder.resolve("none.csv"), List.of())).hasMessageContaining("no file");
        var cut = file("source,target", "0,1", "2");
        assertThatThrownBy(() -> analyse(cut, List.of())).hasMessageContaining("fewer columns");
        assertThatThrownBy(() -> analyse(file("source,target", "0,1"), List.of("distance")))
                .hasMessageContaining("needs to know its cells");
    }

    private static Map<String, Object> analyse(Path edges, List<String> controls) {
        return EdgeListAnalysis.of(new EdgeListAnalysis.Question(edges, null, List.of(), controls, 3, 7, false, 500));
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("edges.csv"), List.of(lines));
    }
}
