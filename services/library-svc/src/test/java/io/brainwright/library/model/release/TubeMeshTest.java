package io.brainwright.library.model.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringWriter;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class TubeMeshTest {
    /** Two truncated cones, 4 to 3 to 2 um wide, 10 um long each: pi h (R² + R r + r²) / 3. */
    @Test
    void aStraightTubeHoldsWhatItsConesHold() {
        double cones = Math.PI * 10 / 3 * (4 + 3 + 2.25 + 2.25 + 1.5 + 1);
        assertThat(volume(new TubeMesh(new float[] {0, 0, 0, 4, 6, 8, 0, 3, 12, 16, 0, 2})))
                .isCloseTo(cones, within(1e-6 * cones));
    }

    @Test
    void aTubeThatWindsIsClosedAndAboutAsLarge() {
        var line = new float[4 * 60];
        double length = 0;
        for (int i = 0; i < 60; i++) {
            line[4 * i] = (float) (40 * StrictMath.cos(0.1 * i));
            line[4 * i + 1] = i;
            line[4 * i + 2] = (float) (40 * StrictMath.sin(0.1 * i));
            line[4 * i + 3] = 6;
            length += i == 0
                    ? 0
                    : Math.sqrt(Math.pow(line[4 * i] - line[4 * i - 4], 2)
                            + 1
                            + Math.pow(line[4 * i + 2] - line[4 * i - 2], 2));
        }
        assertThat(volume(new TubeMesh(line))).isCloseTo(Math.PI * 9 * length, within(0.01 * Math.PI * 9 * length));
    }

    @Test
    void cornersOfAFileAreCountedOn() throws IOException {
        var obj = new StringWriter();
        int corners = new TubeMesh(new float[] {0, 0, 0, 2, 0, 10, 0, 2}).write(obj, 100);
        assertThat(corners).isEqualTo(116);
        assertThat(obj.toString().lines().filter(l -> l.startsWith("v "))).hasSize(16);
        assertThat(obj.toString().lines().filter(l -> l.startsWith("f ")))
                .hasSize(28)
                .allSatisfy(l -> {
                    for (var corner : l.substring(2).split(" ")) {
                        assertThat(Integer.parseInt(corner)).isBetween(101, 116);
                    }
                });
    }

    /** Of a closed surface whose triangles turn outward: every edge has one triangle on each side. */
    private static double volume(TubeMesh mesh) {
        var edges = new HashSet<Long>();
        double volume = 0;
        for (var t : mesh.triangles()) {
            for (int k = 0; k < 3; k++) {
                assertThat(edges.add(100_000L * t[k] + t[(k + 1) % 3])).isTrue();
            }
            double[] a = mesh.corners()[t[0]];
            double[] b = mesh.corners()[t[1]];
            double[] c = mesh.corners()[t[2]];
            volume += (a[0] * (b[1] * c[2] - b[2] * c[1])
                            + a[1] * (b[2] * c[0] - b[0] * c[2])
                            + a[2] * (b[0] * c[1] - b[1] * c[0]))
                    / 6;
        }
        assertThat(edges).allMatch(e -> edges.contains(100_000L * (e % 100_000) + e / 100_000));
        return volume;
    }
}
