package io.brainwright.connectome.model.analysis.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.connectome.model.analysis.CellGraph;
import io.brainwright.connectome.model.analysis.DirectedSimplices;
import io.brainwright.connectome.model.analysis.DistanceGraph;
import io.brainwright.connectome.model.analysis.Somata;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every control keeps what it says that it keeps, on a graph of 500 cells whose chance falls with distance. */
class ControlsTest {
    private static final DistanceGraph MADE = new DistanceGraph(500, 200, 300, 200, 80, 0.5, 1234);
    private static final CellGraph GRAPH = made();

    @Test
    void erdosRenyiKeepsTheEdgesAndHasTheSimplicesThatChanceSays() {
        var drawn = new ErdosRenyi().draw(GRAPH, 1);
        assertThat(drawn.connections()).isEqualTo(GRAPH.connections());
        double triangles = DirectedSimplices.byChance(500, GRAPH.density(), 2);
        assertThat((double) DirectedSimplices.countAll(drawn)[2])
                .isCloseTo(triangles, within(0.03 * triangles)); // some 4 sd
        assertThat(DirectedSimplices.countAll(GRAPH)[2]).isGreaterThan((long) (1.5 * triangles));
    }

    @Test
    void configurationKeepsEveryDegree() {
        var drawn = new Configuration().draw(GRAPH, 1);
        assertThat(degrees(drawn, drawn::degree)).isEqualTo(degrees(GRAPH, GRAPH::degree));
        var back = GRAPH.reversed();
        var drawnBack = drawn.reversed();
        assertThat(degrees(drawnBack, drawnBack::degree)).isEqualTo(degrees(back, back::degree));
        assertThat(targets(drawn)).isNotEqualTo(targets(GRAPH));
    }

    @Test
    void blockModelKeepsTheEdgesBetweenGroups() {
        int[] group = IntStream.range(0, 500).map(i -> i % 3).toArray();
        var drawn = new BlockModel(group, 3).draw(GRAPH, 1);
        assertThat(between(drawn, group)).isEqualTo(between(GRAPH, group));
    }

    @Test
    void distanceModelKeepsMostOfTheTrianglesOfAGraphThatIsMadeByDistance() {
        float[][] at = new float[3][500];
        for (int i = 0; i < 500; i++) {
            double[] place = MADE.place(i);
            for (int axis = 0; axis < 3; axis++) {
                at[axis][i] = (float) place[axis];
            }
        }
        var drawn = new DistanceModel(new Somata(at[0], at[1], at[2]), 20).draw(GRAPH, 1);
        double own = DirectedSimplices.countAll(GRAPH)[2];
        assertThat((double) drawn.connections()).isCloseTo(GRAPH.connections(), within(4 * Math.sqrt(13566)));
        assertThat((double) DirectedSimplices.countAll(drawn)[2]).isCloseTo(own, within(0.07 * own));
    }

    @Test
    void aSeedGivesOneGraphAndAnotherSeedAnother() {
        for (var control : List.of(new ErdosRenyi(), new Configuration())) {
            assertThat(targets(control.draw(GRAPH, 5))).isEqualTo(targets(control.draw(GRAPH, 5)));
            assertThat(targets(control.draw(GRAPH, 5))).isNotEqualTo(targets(control.draw(GRAPH, 6)));
        }
    }

    private static CellGraph made() {
        var from = new ArrayList<Integer>();
        var to = new ArrayList<Integer>();
        MADE.each((i, j) -> {
            from.add(i);
            to.add(j);
        });
        assertThat(from).as("as many as the generator is known to make").hasSize(13566);
        return CellGraph.ofPairs(
                500,
                from.stream().mapToInt(Integer::intValue).toArray(),
                to.stream().mapToInt(Integer::intValue).toArray());
    }

    private static List<Integer> degrees(CellGraph graph, ToIntFunction<Integer> degree) {
        return IntStream.range(0, graph.cells()).boxed().map(degree::applyAsInt).toList();
    }

    private static List<Integer> targets(CellGraph graph) {
        return IntStream.range(0, graph.connections()).map(graph::other).boxed().toList();
    }

    private static String between(CellGraph graph, int[] group) {
        long[][] counts = new long[3][3];
        for (int a = 0; a < graph.cells(); a++) {
            for (int e = graph.begin(a); e < graph.end(a); e++) {
                counts[group[a]][group[graph.other(e)]]++;
            }
        }
        return Arrays.deepToString(counts);
    }
}
