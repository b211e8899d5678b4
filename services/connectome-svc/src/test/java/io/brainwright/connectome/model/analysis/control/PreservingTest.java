package io.brainwright.connectome.model.analysis.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.connectome.model.analysis.CellGraph;
import io.brainwright.connectome.model.analysis.DirectedSimplices;
import io.brainwright.connectome.model.analysis.Somata;
import io.brainwright.connectome.model.analysis.control.Preserving.Property;
import io.brainwright.neuro.random.Draws;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreservingTest {
    private static final int CELLS = 120;
    private static final double BIN_UM = 50;
    private static final Somata SOMATA = somata();
    private static final CellGraph GRAPH = graph();

    private static Somata somata() {
        var draws = Draws.of(2, "test.somata", 0);
        var at = new float[3][CELLS];
        for (var axis : at) {
            for (int c = 0; c < CELLS; c++) {
                axis[c] = (float) draws.uniform(0, 300);
            }
        }
        return new Somata(at[0], at[1], at[2]);
    }

    /** Near cells connect more, some cells have more targets, and half of the connections are returned. */
    private static CellGraph graph() {
        var pairs = new Pairs(1000);
        for (int a = 0; a < CELLS; a++) {
            var draws = Draws.of(4, "test.graph", a);
            for (int b = 0; b < CELLS; b++) {
                double p = 0.4 * Math.exp(-Math.sqrt(SOMATA.squared_um2(a, b)) / 80) * (a % 5 == 0 ? 2 : 1);
                if (a != b && draws.nextDouble() < p) {
                    pairs.add(a, b);
                    if (draws.nextDouble() < 0.5) {
                        pairs.add(b, a);
                    }
                }
            }
        }
        return pairs.graph(CELLS);
    }

    private static CellGraph drawn(Set<Property> kept, long seed) {
        return new Preserving(kept, SOMATA, BIN_UM).draw(GRAPH, seed);
    }

    private static int[] degrees(CellGraph graph) {
        int[] degrees = new int[CELLS];
        Arrays.setAll(degrees, graph::degree);
        return degrees;
    }

    private static int[] bins(CellGraph graph) {
        int[] bins = new int[12];
        for (int a = 0; a < CELLS; a++) {
            for (int e = graph.begin(a); e < graph.end(a); e++) {
                bins[(int) (Math.sqrt(SOMATA.squared_um2(a, graph.other(e))) / BIN_UM)]++;
            }
        }
        return bins;
    }

    private static int returned(CellGraph graph) {
        int n = 0;
        for (int a = 0; a < CELLS; a++) {
            for (int e = graph.begin(a); e < graph.end(a); e++) {
                n += graph.connects(graph.other(e), a) ? 1 : 0;
            }
        }
        return n;
    }

    @Test
    void whatIsKeptIsKeptAndTheRestChanges() {
        for (int mask = 0; mask < 16; mask++) {
            var kept = EnumSet.noneOf(Property.class);
            for (var property : Property.values()) {
                if ((mask >> property.ordinal() & 1) == 1) {
                    kept.add(property);
                }
            }
            var other = drawn(kept, 7);
            assertThat(other.connections()).as("%s", kept).isEqualTo(GRAPH.connections());
            assertThat(Arrays.equals(degrees(other), degrees(GRAPH)))
                    .as("out-degrees, keeping %s", kept)
                    .isEqualTo(kept.contains(Property.OUT_DEGREE));
            assertThat(Arrays.equals(degrees(other.reversed()), degrees(GRAPH.reversed())))
                    .as("in-degrees, keeping %s", kept)
                    .isEqualTo(kept.contains(Property.IN_DEGREE));
            assertThat(Arrays.equals(bins(other), bins(GRAPH)))
                    .as("distances, keeping %s", kept)
                    .isEqualTo(kept.contains(Property.DISTANCE));
            assertThat(returned(other) == returned(GRAPH))
                    .as("reciprocity, keeping %s", kept)
                    .isEqualTo(kept.contains(Property.RECIPROCITY));
        }
    }

    @Test
    void whatIsNotKeptComesOutAsByChance() {
        double p = GRAPH.density();
        double triangles = 0;
        double mutual = 0;
        int graphs = 40;
        for (int n = 0; n < graphs; n++) {
            var other = drawn(Set.of(), n);
            triangles += (double) DirectedSimplices.count(other, 2)[2] / graphs;
            mutual += (double) returned(other) / other.connections() / graphs;
        }
        assertThat(mutual).isCloseTo(p, within(0.1 * p));
        double expected = DirectedSimplices.byChance(CELLS, p, 2);
        assertThat(triangles).isCloseTo(expected, within(0.05 * expected));
        assertThat((double) DirectedSimplices.count(GRAPH, 2)[2]).isGreaterThan(1.3 * expected);
    }

    @Test
    void theSeedDecides() {
        var kept = Set.of(Property.OUT_DEGREE, Property.IN_DEGREE);
        assertThat(bins(drawn(kept, 1))).isEqualTo(bins(drawn(kept, 1))).isNotEqualTo(bins(drawn(kept, 2)));
    }
}
