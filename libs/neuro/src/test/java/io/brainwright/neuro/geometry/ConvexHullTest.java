package io.brainwright.neuro.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class ConvexHullTest {
    /** Points on its edges, faces and diagonal: planes and lines full of points. */
    @Test
    void aCubeWithPointsOnItsFacesAndInsideHasItsVolumeAndIsClosed() {
        var points = new float[3 * 36];
        int n = 0;
        for (int i = 0; i < 27; i++) {
            points[n++] = i % 3;
            points[n++] = i / 3 % 3;
            points[n++] = i / 9;
        }
        while (n < points.length) {
            points[n] = 0.5f + 0.01f * n++;
        }
        assertThat(closed(points)).isCloseTo(8, within(1e-12));
    }

    @Test
    void noPointLiesOutside() {
        int n = 200;
        var draws = Draws.of(7, "hull.test", 0);
        var points = new float[3 * n];
        for (int i = 0; i < points.length; i++) {
            points[i] = (float) (1000 + 50 * draws.nextDouble());
        }
        for (var t : ConvexHull.triangles(points)) {
            for (int p = 0; p < n; p++) {
                assertThat(sixVolumes(points, t[0], t[1], t[2], p)).isLessThan(1e-9);
            }
        }
        assertThat(closed(points)).isBetween(100_000.0, 125_000.0);
    }

    /** Turned about an odd axis and rounded to floats its ends and sides are no planes any more. */
    @Test
    void aTurnedPrismOf64SidesStaysClosedAndKeepsItsVolume() {
        var points = new float[3 * 128];
        var turn = new Quaternion(0.8, 0.36, -0.48, 0);
        var p = new double[3];
        for (int i = 0; i < 128; i++) {
            double angle = 2 * Math.PI * (i % 64) / 64;
            turn.rotate(40 * StrictMath.cos(angle), i < 64 ? 0 : 100, 40 * StrictMath.sin(angle), p);
            for (int k = 0; k < 3; k++) {
                points[3 * i + k] = (float) (700 + p[k]);
            }
        }
        double volume = 100 * 32 * 40 * 40 * StrictMath.sin(2 * Math.PI / 64);
        assertThat(closed(points)).isCloseTo(volume, within(1e-5 * volume)); // floats near 700 um are 6e-5 um apart
    }

    @Test
    void pointsOnOnePlaneHaveNone() {
        assertThat(ConvexHull.triangles(new float[] {0, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1}))
                .isEmpty();
        assertThat(ConvexHull.triangles(new float[0])).isEmpty();
    }

    /** Its volume; every edge has one triangle on each side, and corners - edges + triangles = 2. */
    private static double closed(float[] points) {
        var triangles = ConvexHull.triangles(points);
        var edges = new HashSet<Integer>();
        double sum = 0;
        for (var t : triangles) {
            for (int k = 0; k < 3; k++) {
                assertThat(edges.add(1000 * t[k] + t[(k + 1) % 3])).isTrue();
            }
            sum -= sixVolumes(points, t[0], t[1], t[2], 0) / 6;
        }
        assertThat(edges).allMatch(e -> edges.contains(1000 * (e % 1000) + e / 1000));
        long corners =
                Arrays.stream(triangles).flatMapToInt(Arrays::stream).distinct().count();
        assertThat(corners - edges.size() / 2 + triangles.length).isEqualTo(2);
        return sum;
    }

    /** Of the tetrahedron, above 0 where d lies outside the triangle. */
    private static double sixVolumes(float[] points, int a, int b, int c, int d) {
        var m = new double[3][3];
        int[] rows = {b, c, d};
        for (int r = 0; r < 3; r++) {
            for (int k = 0; k < 3; k++) {
                m[r][k] = (double) points[3 * rows[r] + k] - points[3 * a + k];
            }
        }
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }
}
