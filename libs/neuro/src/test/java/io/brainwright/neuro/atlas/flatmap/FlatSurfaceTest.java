package io.brainwright.neuro.atlas.flatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Surfaces whose flat form is known. */
class FlatSurfaceTest {
    private final List<double[]> points = new ArrayList<>();
    private final List<Integer> corners = new ArrayList<>();

    /** A place in space of a place of a square. */
    private interface Shape {
        double[] at(double s, double t);
    }

    /** A grid of n x n squares; with x along s and z along t it is seen from below. */
    private void grid(int n, Shape shape, boolean hole) {
        int first = points.size();
        for (int j = 0; j <= n; j++) {
            for (int i = 0; i <= n; i++) {
                points.add(shape.at(i / (double) n, j / (double) n));
            }
        }
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                int a = first + i + (n + 1) * j;
                boolean open = hole && Math.abs(i - n / 2) < 2 && Math.abs(j - n / 2) < 2;
                if (!open) {
                    corners.addAll(List.of(a, a + 1, a + n + 2, a, a + n + 2, a + n + 1));
                }
            }
        }
    }

    private FlatSurface flat() {
        return new FlatSurface(
                points.stream().flatMapToDouble(java.util.Arrays::stream).toArray(),
                corners.stream().mapToInt(Integer::intValue).toArray());
    }

    private double[] corner(int c) {
        return points.get(corners.get(c));
    }

    @Test
    void aFlatSquareStaysWhatItIs() {
        grid(12, (s, t) -> new double[] {1000 * s, 300, 700 * t}, false);
        var flat = flat();
        for (int c = 0; c < corners.size(); c++) {
            assertThat(flat.place_um(c / 3, c % 3, 0)).isCloseTo(corner(c)[0], within(1e-3));
            assertThat(flat.place_um(c / 3, c % 3, 1)).isCloseTo(corner(c)[2], within(1e-3));
        }
        assertThat(flat.patches()).hasSize(1);
    }

    @Test
    void aSheetThatFacesXHasVAlongZ() {
        grid(8, (s, t) -> new double[] {300, 500 * s, 700 * t}, false);
        var flat = flat();
        for (int c = 0; c < corners.size(); c++) {
            assertThat(flat.place_um(c / 3, c % 3, 0)).isCloseTo(corner(c)[1], within(1e-3));
            assertThat(flat.place_um(c / 3, c % 3, 1)).isCloseTo(corner(c)[2], within(1e-3));
        }
    }

    @Test
    void halfATubeUnrolls() {
        grid(
                16,
                (s, t) ->
                        new double[] {500 * Math.sin(Math.PI * (s - 0.5)), 500 * Math.cos(Math.PI * (s - 0.5)), 900 * t
                        },
                false);
        var flat = flat();
        double chord = 2 * 500 * Math.sin(Math.PI / 32) * 16; // of the polygon
        for (int c = 0; c < corners.size(); c++) {
            double s = Math.asin(Math.clamp(corner(c)[0] / 500, -1, 1)) / Math.PI + 0.5;
            assertThat(flat.place_um(c / 3, c % 3, 0)).isCloseTo(chord * s, within(1.0));
            assertThat(flat.place_um(c / 3, c % 3, 1)).isCloseTo(corner(c)[2], within(1.0));
        }
    }

    @Test
    void anOctantOfASphereKeepsItsAreaWithoutFolds() {
        grid(
                24,
                (s, t) -> {
                    double[] p = {s, 1.0, t}; // the cube's face onto the sphere
                    double r = Math.sqrt(s * s + 1 + t * t) / 1000;
                    return new double[] {p[0] / r, p[1] / r, p[2] / r};
                },
                false);
        var patch = flat().patches().getFirst();
        assertThat(patch.folds()).isZero();
        assertThat(patch.areaRatio()[0]).isCloseTo(1, within(0.01));
        assertThat(patch.areaRatio()[1]).isCloseTo(1, within(0.002));
        assertThat(patch.areaRatio()[2]).isCloseTo(1, within(0.01));
        assertThat(patch.stretchRatio()[1]).isLessThan(1.25);
        assertThat(patch.area_mm2()).isCloseTo(4 * Math.PI / 24, within(0.002)); // a sixth of a face's four quarters
    }

    @Test
    void aHoleStaysAHole() {
        grid(12, (s, t) -> new double[] {1000 * s, 0, 1000 * t}, true);
        var patch = flat().patches().getFirst();
        assertThat(patch.holes()).isEqualTo(1);
        assertThat(patch.folds()).isZero();
        assertThat(patch.areaRatio()[0]).isCloseTo(1, within(1e-4));
    }

    @Test
    void twoSheetsStandSideBySideInTheOrderOfSpace() {
        grid(6, (s, t) -> new double[] {400 * s, 0, 5000 + 400 * t}, false);
        grid(6, (s, t) -> new double[] {600 * s, 0, 400 * t}, false);
        var flat = flat();
        assertThat(flat.patches())
                .extracting(FlatPatch::area_mm2)
                .satisfiesExactly(
                        a -> assertThat(a).isCloseTo(0.24, within(1e-9)),
                        a -> assertThat(a).isCloseTo(0.16, within(1e-9)));
        double gap = 0.05 * 600 + 3 * Math.sqrt(2 * 240_000 / 72.0); // a share of the width and three edges
        for (int c = 0; c < corners.size(); c++) {
            boolean far = corner(c)[2] >= 5000;
            double u = flat.place_um(c / 3, c % 3, 0);
            assertThat(u).isCloseTo(corner(c)[0] + (far ? 600 + gap : 0), within(1e-3));
        }
    }

    @Test
    void anEdgeOfThreeTrianglesIsOpenedAndASpeckLeftOut() {
        grid(12, (s, t) -> new double[] {1000 * s, 0, 1000 * t}, false);
        points.add(new double[] {40, 100, 40});
        int fin = points.size() - 1;
        corners.addAll(List.of(14, 15, fin)); // a fin that stands on an inner edge
        for (double[] p : new double[][] {{5000, 0, 0}, {5100, 0, 0}, {5000, 0, 100}}) {
            points.add(p);
        }
        corners.addAll(List.of(fin + 1, fin + 2, fin + 3));
        var flat = flat();
        assertThat(flat.opened()).isBetween(2, 3);
        assertThat(flat.patches()).hasSize(1);
        assertThat(flat.patches().getFirst().folds()).isZero();
        assertThat(flat.leftOut()).anySatisfy(why -> assertThat(why).contains("small"));
        assertThat(flat.isPlaced(corners.size() / 3 - 1)).isFalse();
    }

    @Test
    void aRingOfATubeWithAGapRunsBackIntoItself() {
        int n = 8;
        for (int i = 0; i < n * n; i++) {
            double a = 2 * Math.PI * (i % n) / n;
            double b = 2 * Math.PI * (i / n) / n;
            double r = 300 + 100 * Math.cos(b);
            points.add(new double[] {r * Math.cos(a), 100 * Math.sin(b), r * Math.sin(a)});
        }
        for (int q = 1; q < n * n; q++) {
            int right = q / n * n + (q + 1) % n;
            int up = (q + n) % (n * n);
            int both = (right + n) % (n * n);
            corners.addAll(List.of(q, right, both, q, both, up));
        }
        assertThat(flat().leftOut())
                .containsExactly("a sheet of 126 triangles, as it runs back into itself in 1 places");
    }

    @Test
    void aClosedSurfaceIsNamed() {
        for (double[] p : new double[][] {{0, 0, 0}, {100, 0, 0}, {0, 100, 0}, {0, 0, 100}}) {
            points.add(p);
        }
        corners.addAll(List.of(0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3));
        var flat = flat();
        assertThat(flat.patches()).isEmpty();
        assertThat(flat.leftOut()).containsExactly("a sheet of 4 triangles, as it is closed");
    }

    @Test
    void theSlopeOfTheCostIsItsDifferenceQuotient() {
        double[] space = {0, 0, 0, 3, 1, 0, 1, 2, 2};
        var triangle = new Stretch(space, 0, 1, 2);
        double[] uv = {0.1, 0.2, 2.2, 0.7, 0.3, 3.1};
        double[] j = new double[4];
        triangle.jacobian(uv, 0, 1, 2, j);
        triangle.decompose(j);
        assertThat(triangle.first * triangle.second).isCloseTo(j[0] * j[3] - j[1] * j[2], within(1e-12));
        double[] slope = new double[6];
        triangle.gradient(0.3, slope);
        double[][] modes = new double[4][6];
        triangle.curvatures(0.3, modes);
        for (int i = 0; i < 6; i++) {
            double[] cost = new double[2];
            double[][] slopes = new double[2][6];
            for (int side = 0; side < 2; side++) {
                double[] moved = uv.clone();
                moved[i] += side == 0 ? -1e-5 : 1e-5;
                triangle.jacobian(moved, 0, 1, 2, j);
                cost[side] = Stretch.cost(j, 0.3);
                triangle.decompose(j);
                triangle.gradient(0.3, slopes[side]);
            }
            assertThat(slope[i]).isCloseTo((cost[1] - cost[0]) / 2e-5, within(1e-7));
            for (int k = 0; k < 6; k++) {
                double curvature = 0;
                for (double[] mode : modes) {
                    curvature += mode[i] * mode[k];
                }
                // equal where no second derivative is negative, never below elsewhere on the diagonal
                double exact = (slopes[1][k] - slopes[0][k]) / 2e-5;
                if (i == k) {
                    assertThat(curvature).isGreaterThan(exact - 1e-6);
                }
            }
        }
    }
}
