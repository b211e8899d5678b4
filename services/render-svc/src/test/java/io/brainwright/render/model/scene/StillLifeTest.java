package io.brainwright.render.model.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import java.awt.image.BufferedImage;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class StillLifeTest {
    private static final float[] WHITE = {1, 1, 1};

    @Test
    void aSphereCoversItsDiscAndNothingElse() {
        var ball = new Capsules();
        ball.add(0, 0, 0, 50, 0, 0, 0, 50, WHITE, 0);
        var view = View.orbit(new double[] {0, 0, 0}, 0, 0, 5000, 2.5, 200, 200);
        double[] p = new double[4];
        view.project(0, 0, 0, p);
        var raster = CapsuleRaster.draw(ball, view, 200, 200, 0.5);
        int covered = 0;
        for (int i = 0; i < 200 * 200; i++) {
            covered += raster.capsule(i) == 0 ? 1 : 0;
        }
        double radius_px = 50 * p[3];
        assertThat(covered).isCloseTo((int) (Math.PI * radius_px * radius_px), within((int) (4 * radius_px)));
        assertThat((double) raster.depth(100 * 200 + 100)).isCloseTo(4950, within(0.5));
    }

    @Test
    void theNearerCapsuleHidesTheFartherWhateverTheirOrder() {
        for (boolean nearFirst : new boolean[] {true, false}) {
            var two = new Capsules();
            double first = nearFirst ? 100 : -100;
            two.add(-50, 0, first, 5, 50, 0, first, 5, WHITE, 0);
            two.add(-50, 0, -first, 5, 50, 0, -first, 5, WHITE, 0);
            var view = View.orbit(new double[] {0, 0, 0}, 0, 0, 1000, 10, 64, 64);
            var raster = CapsuleRaster.draw(two, view, 64, 64, 0.5);
            assertThat(raster.capsule(32 * 64 + 32)).isEqualTo(nearFirst ? 0 : 1);
        }
    }

    @Test
    void theSameSceneGivesTheSamePixelsOnAnyNumberOfThreads() throws Exception {
        var thicket = thicket(3000);
        var view = StillLife.frame(thicket.bounds(), 20, 160, 200, 0.1);
        var alone = pixels(new ForkJoinPool(1), thicket, view);
        var together = pixels(new ForkJoinPool(4), thicket, view);
        assertThat(together).isEqualTo(alone);
    }

    @Test
    void everythingWithinTheBoundsIsInTheFrame() {
        var thicket = thicket(500);
        var view = StillLife.frame(thicket.bounds(), 35, 300, 200, 0.05);
        double[] p = new double[4];
        for (int c = 0; c < thicket.count(); c++) {
            view.project(thicket.geometry(c, 0), thicket.geometry(c, 1), thicket.geometry(c, 2), p);
            assertThat(p[0]).isBetween(0.0, 600.0);
            assertThat(p[1]).isBetween(0.0, 400.0);
        }
    }

    private static int[] pixels(ForkJoinPool pool, Capsules capsules, View view) throws Exception {
        try (pool) {
            BufferedImage image = pool.submit(() -> StillLife.render(capsules, capsules, view, 160, 200))
                    .get();
            return image.getRGB(0, 0, 160, 200, null, 0, 160);
        }
    }

    private static Capsules thicket(int n) {
        var draws = Draws.of(4, "thicket", 0);
        var capsules = new Capsules();
        for (int i = 0; i < n; i++) {
            double x = draws.uniform(-200, 200);
            double y = draws.uniform(-500, 500);
            double z = draws.uniform(-200, 200);
            float[] colour = {(float) draws.nextDouble(), (float) draws.nextDouble(), (float) draws.nextDouble()};
            capsules.add(
                    x,
                    y,
                    z,
                    draws.uniform(0.1, 3),
                    x + draws.uniform(-30, 30),
                    y + draws.uniform(-30, 30),
                    z + draws.uniform(-30, 30),
                    draws.uniform(0.1, 3),
                    colour,
                    i % 10 == 0 ? 1 : 0);
        }
        return capsules;
    }
}
