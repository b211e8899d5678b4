package io.brainwright.sim.model.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static final int SPARE = 800;

    @Test
    void eightNeighboursStandTogetherAndStraysArePackedAfterThem() {
        var rows = Rows.of(new int[] {3, 16, 17, 18, 19, 20, 21, 23, 40}, SPARE, 6);
        assertThat(rows.aligned()).isEqualTo(8);
        assertThat(rows.count()).isEqualTo(16);
        assertThat(Arrays.copyOf(rows.element(), 8)).containsExactly(16, 17, 18, 19, 20, 21, 22, 23);
        assertThat(Arrays.copyOfRange(rows.element(), 8, 16))
                .containsExactly(3, 40, SPARE, SPARE, SPARE, SPARE, SPARE, SPARE);
    }

    @Test
    void everyWantedElementHasARowOfItsOwn() {
        int[] wanted = {0, 1, 2, 3, 4, 5, 6, 7, 0, 2, 4, 5, 6, 7, 9, 30, 31};
        for (int least : new int[] {1, 4, 6, 8, Rows.NEVER}) {
            var rows = Rows.of(wanted, SPARE, least);
            assertThat(Arrays.stream(rows.rowOf()).distinct().count()).isEqualTo(wanted.length);
            for (int i = 0; i < wanted.length; i++) {
                assertThat(rows.element()[rows.rowOf()[i]]).isEqualTo(wanted[i]);
            }
        }
    }

    @Test
    void nothingWantedIsNoRow() {
        assertThat(Rows.of(new int[0], SPARE, 6).count()).isZero();
    }
}
