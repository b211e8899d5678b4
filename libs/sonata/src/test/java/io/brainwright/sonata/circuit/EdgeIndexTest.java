package io.brainwright.sonata.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.neuro.random.Draws;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeIndexTest {
    @Test
    void everyNodeFindsExactlyItsEdgesHoweverTheyAreOrdered() {
        for (int trial = 0; trial < 50; trial++) {
            var draws = Draws.of(7, "test.edge-index", trial);
            int nodes = 1 + draws.nextInt(12);
            long[] ends = new long[draws.nextInt(60)];
            for (int e = 0; e < ends.length; e++) {
                ends[e] = draws.nextInt(nodes);
            }
            var index = EdgeIndex.of(ends, nodes);
            for (int n = 0; n < nodes; n++) {
                assertThat(edges(index, n)).as("node %d of %s", n, ends).isEqualTo(bruteForce(ends, n));
            }
        }
    }

    @Test
    void runsOfOneNodeAreAsFewAsPossible() {
        var index = EdgeIndex.of(new long[] {2, 2, 0, 2}, 4);
        assertThat(index.nodeToRanges()).isDeepEqualTo(new long[][] {{0, 1}, {0, 0}, {1, 3}, {0, 0}});
        assertThat(index.rangeToEdges()).isDeepEqualTo(new long[][] {{2, 3}, {0, 2}, {3, 4}});
    }

    private static List<Long> edges(EdgeIndex index, int node) {
        var found = new ArrayList<Long>();
        for (long r = index.nodeToRanges()[node][0]; r < index.nodeToRanges()[node][1]; r++) {
            for (long e = index.rangeToEdges()[(int) r][0]; e < index.rangeToEdges()[(int) r][1]; e++) {
                found.add(e);
            }
        }
        return found;
    }

    private static List<Long> bruteForce(long[] ends, int node) {
        var found = new ArrayList<Long>();
        for (int e = 0; e < ends.length; e++) {
            if (ends[e] == node) {
                found.add((long) e);
            }
        }
        return found;
    }
}
