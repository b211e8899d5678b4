package io.brainwright.render.model.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RasterPlotTest {
    @Test
    void theRateIntegratesToTheSpikesPerCell() {
        double[] times = {0.5, 1.9, 2.0, 57.3, 99.99};
        double[] rate = SpikeRaster.rate_Hz(times, 10, 2, 100);
        double spikes = 0;
        for (double r : rate) {
            spikes += r * 2 / 1000 * 10;
        }
        assertThat(rate).hasSize(50);
        assertThat(spikes).isCloseTo(5, within(1e-9));
        assertThat(rate[0]).isCloseTo(2 / (10 * 0.002), within(1e-9));
    }

    @Test
    void ticksAreRoundAndWithinTheAxis() {
        assertThat(new Axis(0, 200, 0, 100).ticks(8)).contains(0.0, 50.0, 200.0);
        assertThat(new Axis(0, 0.7, 0, 100).ticks(4)).allMatch(t -> t >= 0 && t <= 0.7);
    }

    @Test
    void aSpikeIsDrawnWhereItsTimeAndRowSay() {
        int[] layers = new int[100];
        boolean[] excitatory = new boolean[100];
        java.util.Arrays.fill(layers, 4);
        java.util.Arrays.fill(excitatory, true);
        var without = draw(new SpikeRaster(new double[0], new int[0], layers, excitatory, 200));
        var with = draw(new SpikeRaster(new double[] {100}, new int[] {25}, layers, excitatory, 200));
        int minX = 10_000;
        int maxX = 0;
        int[] blue = {0};
        for (int x = 0; x < 800; x++) {
            for (int y = 0; y < 300; y++) {
                int rgb = with.getRGB(x, y) & 0xFFFFFF;
                if (rgb == 0x1f5fbf && (without.getRGB(x, y) & 0xFFFFFF) != rgb && x > 150) {
                    minX = Math.min(minX, x);
                    maxX = Math.max(maxX, x);
                    blue[0]++;
                }
            }
        }
        assertThat(blue[0]).isPositive();
        assertThat(maxX - minX).isLessThan(12);
    }

    private static java.awt.image.BufferedImage draw(SpikeRaster raster) {
        return new RasterPlot(800, 600).draw(raster, "", List.of(), null);
    }
}
