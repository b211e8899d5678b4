package io.brainwright.library.model.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.neuro.geometry.ConvexHull;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Boxes in a row along x, 100 um wide, between somata of equal size: the planes of equal power lie at 100 and 300 um. */
class DomainNeighboursTest {
    private static final double[][] SOMATA = {{0, 0, 0}, {200, 0, 0}, {400, 0, 0}};
    private final DomainNeighbours neighbours = new DomainNeighbours(SOMATA, new double[] {5, 5, 5});

    @Test
    void bothSidesOfATileHaveANeighbourAndTheOthersAWall() {
        assertThat(behind(1, 100, 300, 1)).containsExactly(-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 2, 2);
    }

    @Test
    void aGrownDomainHasTheNeighboursOfItsTile() {
        assertThat(behind(1, 90, 310, 1.1)).containsExactly(-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 2, 2);
    }

    /** The tile from -100 to 100 um grew to ±110 and was cut at -100: its centre of mass lies 5 um farther than the tile's. */
    @Test
    void aDomainCutAtTheBorderKeepsItsNeighbour() {
        assertThat(behind(0, -100, 110, 1.1)).containsExactly(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1, 1);
    }

    /** 3 um off is no neighbour where nothing was grown. */
    @Test
    void aFaceElsewhereHasAWall() {
        assertThat(behind(1, 103, 297, 1)).containsOnly(DomainNeighbours.WALL);
    }

    private int[] behind(int domain, float from, float to, double scale) {
        var corners = new float[24];
        for (int c = 0; c < 8; c++) {
            corners[3 * c] = c % 2 == 0 ? from : to;
            corners[3 * c + 1] = c / 2 % 2 == 0 ? -50 : 50;
            corners[3 * c + 2] = c / 4 == 0 ? -50 : 50;
        }
        int[] behind = neighbours.of(domain, corners, ConvexHull.triangles(corners), scale);
        Arrays.sort(behind);
        return behind;
    }
}
