package io.brainwright.synthesis.model.astrocyte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.random.Draws;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AstrocyteGrowerTest {
    private static final double HALF_UM =
            23; // a cube of 46 um has the volume of a domain at 9867 astrocytes per mm3, about 1e5 um3
    private static final double[] SOMA = {1000, 500, -300};
    private static final double RADIUS_UM = 5.6;
    private static final double[] NEAR = {1015, 490, -290};
    private static final double[] OUTSIDE = {1000, 560, -300};
    private static final double COVERED_UM = 6;

    private static Domain cube() {
        float[] corners = new float[24];
        for (int c = 0; c < 8; c++) {
            for (int k = 0; k < 3; k++) {
                corners[3 * c + k] = (float) (SOMA[k] + (((c >> k) & 1) == 0 ? -HALF_UM : HALF_UM));
            }
        }
        return new Domain(corners);
    }

    private static Morphology grow(long id, double[]... feet) {
        return AstrocyteGrower.grow(3, id, SOMA, RADIUS_UM, cube(), List.of(feet));
    }

    private static double[] place(Morphology cell, int p) {
        return new double[] {cell.x(p) + SOMA[0], cell.y(p) + SOMA[1], cell.z(p) + SOMA[2]};
    }

    private static double length_um(Morphology cell) {
        double sum = 0;
        for (int s = 1; s < cell.sectionCount(); s++) {
            sum += cell.length_um(s);
        }
        return sum;
    }

    @Test
    void aDomainKnowsItsVolumeAndItsPoints() {
        assertThat(cube().volume_um3()).isCloseTo(8 * HALF_UM * HALF_UM * HALF_UM, within(0.5));
        assertThat(cube().holds(new double[] {1022, 500, -300}, 0)).isTrue();
        assertThat(cube().holds(new double[] {1024, 500, -300}, 0)).isFalse();
        assertThat(cube().holds(new double[] {1024, 500, -300}, 1.5)).isTrue();
    }

    @Test
    void onePlaceIsReachedInAStraightLine() {
        var tree = new ProcessTree();
        tree.add(new double[3], -1, AstrocyteGrower.OTHER);
        new Colonisation(tree, new double[][] {{20, 0, 0}}).grow();
        int steps = (int) Math.ceil((20 - Colonisation.KILL_UM) / Colonisation.STEP_UM);
        assertThat(tree.size()).isBetween(steps + 1, steps + 2);
        assertThat(tree.at(tree.size() - 1, 1)).isZero();
        assertThat(20 - tree.at(tree.size() - 1, 0)).isLessThan(Colonisation.KILL_UM);
    }

    @Test
    void twoPlacesApartMakeOneFork() {
        var tree = new ProcessTree();
        tree.add(new double[3], -1, AstrocyteGrower.OTHER);
        new Colonisation(tree, new double[][] {{30, 20, 0}, {30, -20.1, 0}}).grow();
        int[] children = new int[tree.size()];
        int forks = 0;
        for (int n = 1; n < tree.size(); n++) {
            forks += ++children[tree.parent(n)] == 2 ? 1 : 0;
        }
        assertThat(forks).isEqualTo(1);
    }

    @Test
    void allPointsLieInTheDomainButThoseOnTheWayToAFootOutside() {
        var cell = grow(1, NEAR, OUTSIDE);
        int outside = 0;
        for (int s = 1; s < cell.sectionCount(); s++) {
            for (int p = cell.begin(s); p < cell.end(s); p++) {
                boolean in = cube().holds(place(cell, p), Colonisation.STEP_UM);
                outside += in ? 0 : 1;
                assertThat(in || cell.type(s) == AstrocyteGrower.PERIVASCULAR).isTrue();
            }
        }
        assertThat(outside).as("points of the one trunk that leaves").isBetween(15, 40);
    }

    @Test
    void everyFootIsReachedAndTrunksStandFirst() {
        var cell = grow(2, NEAR, OUTSIDE);
        for (double[] foot : List.of(NEAR, OUTSIDE)) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int s = 1; s < cell.sectionCount(); s++) {
                if (cell.type(s) == AstrocyteGrower.PERIVASCULAR) {
                    for (int p = cell.begin(s); p < cell.end(s); p++) {
                        nearest = Math.min(nearest, AstrocyteGrower.distance(place(cell, p), foot));
                    }
                }
            }
            assertThat(nearest).isLessThan(1e-3);
        }
        for (int s = 2; s < cell.sectionCount(); s++) {
            assertThat(cell.type(s)).isGreaterThanOrEqualTo(cell.type(s - 1));
            assertThat(cell.parent(s)).isLessThan(s);
            assertThat(cell.children(s).length).isNotEqualTo(1);
        }
    }

    @Test
    void processesFillTheDomain() {
        assertThat(shares(COVERED_UM)).allSatisfy(share -> assertThat(share).isGreaterThan(0.9));
    }

    /** Of the domain's volume, within a distance of a process or the soma; by places drawn in it. */
    private static List<Double> shares(double within_um) {
        var shares = new ArrayList<Double>();
        for (long id = 0; id < 5; id++) {
            var cell = grow(id, NEAR);
            var draws = Draws.of(9, "test.cover", id);
            int near = 0;
            int n = 1000;
            double[] at = new double[3];
            for (int i = 0; i < n; i++) {
                cube().inBox(draws.nextDouble(), draws.nextDouble(), draws.nextDouble(), at);
                boolean covered = AstrocyteGrower.distance(at, SOMA) < RADIUS_UM + within_um;
                for (int p = 1; p < cell.pointCount() && !covered; p++) {
                    covered = AstrocyteGrower.distance(at, place(cell, p)) < within_um;
                }
                near += covered ? 1 : 0;
            }
            shares.add((double) near / n);
        }
        return shares;
    }

    @Test
    void diametersFallFromTheSomaToTheTips() {
        var cell = grow(4, NEAR);
        for (int s = 1; s < cell.sectionCount(); s++) {
            for (int p = cell.begin(s); p < cell.end(s) - 1; p++) {
                assertThat(cell.diameter(p)).isGreaterThanOrEqualTo(cell.diameter(p + 1));
            }
            if (cell.children(s).length == 0 && cell.type(s) == AstrocyteGrower.OTHER) {
                assertThat(cell.diameter(cell.end(s) - 1)).isEqualTo(0.2f);
            }
        }
        assertThat(ProcessShape.perimeter_um(1)).isCloseTo(3.08, within(1e-12));
    }

    @Test
    void itGrowsTheSameAgainAndAnotherOneOtherwise() {
        var one = grow(5, NEAR);
        var again = grow(5, NEAR);
        assertThat(again.pointCount()).isEqualTo(one.pointCount());
        for (int p = 0; p < one.pointCount(); p++) {
            assertThat(again.x(p)).isEqualTo(one.x(p));
            assertThat(again.diameter(p)).isEqualTo(one.diameter(p));
        }
        assertThat(length_um(grow(6, NEAR))).isNotEqualTo(length_um(one));
    }
}
