package io.brainwright.neuro.atlas.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.neuro.random.Draws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The set of cells answers as a plain table of the whole box would. */
class BricksTest {
    private static final int[] SIZE = {131, 21, 19};

    private final int[][][] table = new int[SIZE[0]][SIZE[1]][SIZE[2]];

    /** A ball and some cells strewn over the rest of the box. */
    private Bricks bricks() {
        var bricks = new Bricks(SIZE);
        var draws = Draws.of(1, "test.bricks", 0);
        int n = 0;
        for (int z = 0; z < SIZE[2]; z++) {
            for (int y = 0; y < SIZE[1]; y++) {
                for (int x = 0; x < SIZE[0]; x++) {
                    boolean inBall = (x - 70) * (x - 70) + (y - 10) * (y - 10) + (z - 9) * (z - 9) < 64;
                    boolean taken = inBall || x > 100 && draws.nextDouble() < 0.02;
                    table[x][y][z] = taken ? n++ : -1;
                    if (taken) {
                        bricks.add(x, y, z);
                    }
                }
            }
        }
        bricks.number();
        return bricks;
    }

    private int expected(int x, int y, int z) {
        boolean outside = x < 0 || y < 0 || z < 0 || x >= SIZE[0] || y >= SIZE[1] || z >= SIZE[2];
        return outside ? -1 : table[x][y][z];
    }

    @Test
    void everyCellHasItsNumberInTheOrderOfTheVolume() {
        var bricks = bricks();
        for (int x = -1; x <= SIZE[0]; x++) {
            for (int y = -1; y <= SIZE[1]; y++) {
                for (int z = -1; z <= SIZE[2]; z++) {
                    assertThat(bricks.at(x, y, z)).isEqualTo(expected(x, y, z));
                }
            }
        }
    }

    @Test
    void cellsAreToldInOrderForwardsBackwardsAndWithTheirNeighbours() {
        var bricks = bricks();
        List<Integer> forwards = new ArrayList<>();
        bricks.forEach((n, x, y, z) -> {
            assertThat(n).isEqualTo(table[x][y][z]);
            forwards.add(n);
        });
        List<Integer> backwards = new ArrayList<>();
        bricks.forEachBackwards((n, x, y, z) -> {
            assertThat(n).isEqualTo(table[x][y][z]);
            backwards.add(n);
        });
        assertThat(forwards).hasSize(bricks.count()).isSorted();
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(forwards);
        int[][] places = new int[bricks.count()][];
        bricks.forEach((n, x, y, z) -> places[n] = new int[] {x, y, z});
        bricks.forEachStar((n, backY, aheadY, backZ, aheadZ) -> {
            int[] p = places[n];
            assertThat(backY).isEqualTo(expected(p[0], p[1] - 1, p[2]));
            assertThat(aheadY).isEqualTo(expected(p[0], p[1] + 1, p[2]));
            assertThat(backZ).isEqualTo(expected(p[0], p[1], p[2] - 1));
            assertThat(aheadZ).isEqualTo(expected(p[0], p[1], p[2] + 1));
        });
    }

    @Test
    void onlyBricksWithCellsExist() {
        var bricks = new Bricks(new int[] {1000, 1000, 1000});
        bricks.add(5, 5, 5);
        bricks.add(999, 999, 999);
        bricks.number();
        assertThat(bricks.bricks()).isEqualTo(2);
        assertThat(bricks.at(999, 999, 999)).isEqualTo(1);
    }

    @Test
    void grownByTwoItHoldsWhatLiesWithinTwoSteps() {
        var grown = bricks().grown(2, new int[] {3, 1, 0}, new int[] {137, 24, 20});
        for (int x = 0; x < 137; x++) {
            for (int y = 0; y < 24; y++) {
                for (int z = 0; z < 20; z++) {
                    assertThat(grown.at(x, y, z) >= 0).as("%d %d %d", x, y, z).isEqualTo(near(x - 3, y - 1, z));
                }
            }
        }
    }

    private boolean near(int x, int y, int z) {
        for (int c = 0; c < 125; c++) {
            if (expected(x + c % 5 - 2, y + c / 5 % 5 - 2, z + c / 25 - 2) >= 0) {
                return true;
            }
        }
        return false;
    }
}
