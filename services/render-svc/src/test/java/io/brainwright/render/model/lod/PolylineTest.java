package io.brainwright.render.model.lod;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.neuro.morphology.Morphology;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PolylineTest {
    private static final int POINTS = 400;

    @Test
    void aStraightSectionNeedsItsEndsOnly() {
        float[] x = {0, 0, 5, 10, 15, 20};
        var straight = new Morphology(
                x,
                new float[6],
                new float[6],
                new float[] {10, 1, 1, 1, 1, 1},
                new int[] {-1, 0},
                new byte[] {1, 3},
                new int[] {0, 1, 6});
        assertThat(Polyline.simplified(straight, 1, 0.1)).containsExactly(1, 5);
    }

    @Test
    void noPointThatIsLeftOutLiesFartherThanTheTolerance() {
        var winding = winding();
        int before = POINTS + 1;
        for (var level : LevelOfDetail.values()) {
            int[] kept = Polyline.simplified(winding, 1, level.tolerance_um());
            assertThat(kept.length).isLessThan(before);
            before = kept.length;
            for (int k = 1; k < kept.length; k++) {
                for (int p = kept[k - 1] + 1; p < kept[k]; p++) {
                    assertThat(distance(winding, p, kept[k - 1], kept[k]))
                            .isLessThanOrEqualTo(level.tolerance_um() + 1e-4);
                }
            }
        }
    }

    private static Morphology winding() {
        var random = new SplittableRandom(7);
        var x = new float[POINTS + 1];
        var y = new float[POINTS + 1];
        var z = new float[POINTS + 1];
        var d = new float[POINTS + 1];
        d[0] = 12;
        for (int i = 2; i <= POINTS; i++) {
            x[i] = x[i - 1] + (float) (random.nextDouble() * 4 - 2);
            y[i] = y[i - 1] + (float) (1 + random.nextDouble());
            z[i] = z[i - 1] + (float) (random.nextDouble() * 4 - 2);
            d[i] = 1;
        }
        return new Morphology(x, y, z, d, new int[] {-1, 0}, new byte[] {1, 4}, new int[] {0, 1, POINTS + 1});
    }

    /** Distance of a point from a segment, by looking at many places on it. */
    private static double distance(Morphology m, int p, int a, int b) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i <= 4000; i++) {
            double t = i / 4000.0;
            double dx = m.x(a) + t * (m.x(b) - m.x(a)) - m.x(p);
            double dy = m.y(a) + t * (m.y(b) - m.y(a)) - m.y(p);
            double dz = m.z(a) + t * (m.z(b) - m.z(a)) - m.z(p);
            least = Math.min(least, Math.sqrt(dx * dx + dy * dy + dz * dz));
        }
        return least;
    }
}
