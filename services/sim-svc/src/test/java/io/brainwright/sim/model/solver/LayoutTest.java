package io.brainwright.sim.model.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** How a network is cut into blocks: nothing but speed hangs on it. */
class LayoutTest {
    @Test
    void theBlockThatIsNotFullHoldsTheSmallestCells() {
        var network = SameBitsTest.ring(); // cells of many sizes, in no order of size
        var blocks = Layout.ofLanes(network, 3).blocks;
        int neighbours = 0;
        for (int b = 1; b < blocks.size(); b++) {
            var cells = network.cells();
            var mechanisms = Layout.mechanismsOf(cells.get(blocks.get(b).cells[0]));
            if (mechanisms.equals(Layout.mechanismsOf(cells.get(blocks.get(b - 1).cells[0])))) {
                int[] before = Arrays.stream(blocks.get(b - 1).cells)
                        .map(c -> cells.get(c).shape().count())
                        .toArray();
                assertThat(before).hasSize(3);
                assertThat(Arrays.stream(blocks.get(b).cells)
                                .map(c -> cells.get(c).shape().count()))
                        .allMatch(nodes -> nodes <= Arrays.stream(before).min().orElseThrow());
                neighbours++;
            }
        }
        assertThat(neighbours).isPositive();
    }
}
