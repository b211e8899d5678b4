package io.brainwright.render.model.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpikeRasterTest {
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
}
