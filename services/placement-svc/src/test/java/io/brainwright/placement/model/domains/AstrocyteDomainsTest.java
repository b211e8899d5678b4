package io.brainwright.placement.model.domains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import io.brainwright.placement.model.domains.Polyhedron.HalfSpace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AstrocyteDomainsTest {
    private static final double HALF_um = 100;
    private static final int ASTROCYTES = 120;
    private static final List<HalfSpace> WALLS = List.of(
            new HalfSpace(1, 0, 0, HALF_um),
            new HalfSpace(-1, 0, 0, HALF_um),
            new HalfSpace(0, 1, 0, HALF_um),
            new HalfSpace(0, -1, 0, HALF_um),
            new HalfSpace(0, 0, 1, HALF_um),
            new HalfSpace(0, 0, -1, HALF_um));

    private static Polyhedron box() {
        return Polyhedron.cube(new double[3], HALF_um);
    }

    private static double[][] somata(int n) {
        var draws = Draws.of(3, "test.domains", 0);
        var out = new double[n][3];
        for (int i = 0; i < n; ) {
            for (int k = 0; k < 3; k++) {
                out[i][k] = draws.uniform(-HALF_um, HALF_um);
            }
            boolean free = true;
            for (int j = 0; j < i; j++) {
                free &= Math.hypot(Math.hypot(out[i][0] - out[j][0], out[i][1] - out[j][1]), out[i][2] - out[j][2])
                        > 15;
            }
            i += free ? 1 : 0;
        }
        return out;
    }

    private static double[] radii(int n) {
        var draws = Draws.of(4, "test.domains", 0);
        var out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = draws.uniform(4, 7);
        }
        return out;
    }

    @Test
    void aCubeCutAcrossItsCornerLosesTheCorner() {
        assertThat(box().volume_um3()).isCloseTo(8e6, within(1e-6));
        var cut = box().cut(new HalfSpace(1, 1, 1, 2 * HALF_um)); // a corner pyramid with legs of 100 um
        assertThat(cut.volume_um3()).isCloseTo(8e6 - 1e6 / 6, within(1e-6));
        assertThat(cut.faces()).isEqualTo(7);
        assertThat(cut.corners()).hasSize(3 * 10);
        assertThat(box().cut(new HalfSpace(1, 0, 0, -2 * HALF_um)).isEmpty()).isTrue();
        assertThat(box().cut(new HalfSpace(1, 0, 0, 2 * HALF_um)).volume_um3()).isEqualTo(box().volume_um3());
    }

    @Test
    void betweenTwoSomataTheBorderLiesWhereTheirPowersAreEqual() {
        double[][] two = {{-20, 0, 0}, {20, 0, 0}};
        double[] radii_um = {7, 4};
        double border_um = -20 + (40.0 * 40 + 49 - 16) / 80;
        var left = new PowerCells(two, radii_um, box()).cell(0);
        assertThat(left.volume_um3()).isCloseTo((HALF_um + border_um) * 4e4, within(1e-5));
        assertThat(left.holds(border_um - 1e-6, 3, 5)).isTrue();
        assertThat(left.holds(border_um + 1e-6, 3, 5)).isFalse();
    }

    @Test
    void aSphereHiddenByAGreaterOneHasNoTile() {
        double[][] two = {{0, 0, 0}, {1, 0, 0}};
        assertThat(new PowerCells(two, new double[] {1, 150}, box()).cell(0).isEmpty())
                .isTrue();
    }

    @Test
    void tilesFillTheTissueAndEveryPlaceBelongsToTheSomaOfLeastPower() {
        var somata = somata(ASTROCYTES);
        var radii_um = radii(ASTROCYTES);
        var tiles = new AstrocyteDomains(somata, radii_um, box(), WALLS, 0);
        double sum = 0;
        for (int i = 0; i < ASTROCYTES; i++) {
            sum += tiles.tileVolume_um3(i);
        }
        assertThat(sum).isCloseTo(8e6, within(8e6 * 1e-9));
        var draws = Draws.of(5, "test.domains", 0);
        for (int n = 0; n < 2000; n++) {
            double[] p = {
                draws.uniform(-HALF_um, HALF_um), draws.uniform(-HALF_um, HALF_um), draws.uniform(-HALF_um, HALF_um)
            };
            int owner = 0;
            for (int i = 1; i < ASTROCYTES; i++) {
                owner = power(p, somata[i], radii_um[i]) < power(p, somata[owner], radii_um[owner]) ? i : owner;
            }
            for (int i = 0; i < ASTROCYTES; i++) {
                assertThat(tiles.domain(i).holds(p[0], p[1], p[2])).isEqualTo(i == owner);
            }
        }
    }

    private static double power(double[] p, double[] soma, double radius_um) {
        double dx = p[0] - soma[0];
        double dy = p[1] - soma[1];
        double dz = p[2] - soma[2];
        return dx * dx + dy * dy + dz * dz - radius_um * radius_um;
    }

    @Test
    void grownDomainsOverlapByATenthWithoutAHoleAndStayInTheTissue() {
        var domains = new AstrocyteDomains(somata(ASTROCYTES), radii(ASTROCYTES), box(), WALLS, 0.1);
        var draws = Draws.of(6, "test.domains", 0);
        int points = 20_000;
        long covers = 0;
        for (int n = 0; n < points; n++) {
            double x = draws.uniform(-HALF_um, HALF_um);
            double y = draws.uniform(-HALF_um, HALF_um);
            double z = draws.uniform(-HALF_um, HALF_um);
            int here = 0;
            for (int i = 0; i < ASTROCYTES; i++) {
                here += domains.domain(i).holds(x, y, z) ? 1 : 0;
            }
            assertThat(here).isPositive();
            covers += here;
        }
        assertThat(covers / (double) points).isCloseTo(1.1, within(0.01));
        for (int i = 0; i < ASTROCYTES; i++) {
            for (float c : domains.domain(i).corners()) {
                assertThat((double) Math.abs(c)).isLessThanOrEqualTo(HALF_um + 1e-4);
            }
        }
    }

    @Test
    void equalSomataGiveEqualDomainsAndOneAloneHasAllOfTheTissue() {
        var one = new AstrocyteDomains(somata(1), radii(1), box(), WALLS, 0.1);
        assertThat(one.domain(0).volume_um3()).isCloseTo(8e6, within(1e-3));
        var corners = new ArrayList<float[]>();
        for (int k = 0; k < 2; k++) {
            corners.add(new AstrocyteDomains(somata(30), radii(30), box(), WALLS, 0.1)
                    .domain(7)
                    .corners());
        }
        assertThat(corners.get(0)).isEqualTo(corners.get(1));
    }
}
