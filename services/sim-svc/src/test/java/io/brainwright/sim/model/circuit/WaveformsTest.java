package io.brainwright.sim.model.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import io.brainwright.sim.model.analysis.Sample;
import org.junit.jupiter.api.Test;

class WaveformsTest {
    @Test
    void aRampIsAStraightLine() {
        assertThat(Waveforms.ramp_nA(new Drive.Ramp(0, 4, 0, 0.8), 1))
                .containsExactly(new double[] {0.1, 0.3, 0.5, 0.7}, within(1e-12));
    }

    @Test
    void noiseHasItsMeanItsSpreadAndItsMemory() {
        var noise = Waveforms.noise_nA(new Drive.Noise(0, 20_000, 0.3, 0.1, 5), 0.1, Draws.of(1, "test.noise", 0));
        var sample = Sample.of(noise);
        // 20 000 ms hold about 2000 independent stretches of 2 tau
        assertThat(sample.mean()).isCloseTo(0.3, within(0.01));
        assertThat(sample.sd()).isCloseTo(0.1, within(0.01));
        double lagged = 0;
        int lag = 50;
        for (int i = 0; i + lag < noise.length; i++) {
            lagged += (noise[i] - 0.3) * (noise[i + lag] - 0.3) / (noise.length - lag);
        }
        assertThat(lagged / (sample.sd() * sample.sd())).isCloseTo(Math.exp(-1), within(0.08));
    }

    @Test
    void equalSeedsDrawEqualNoise() {
        var drive = new Drive.Noise(0, 10, 0, 0.1, 5);
        assertThat(Waveforms.noise_nA(drive, 0.1, Draws.of(1, "test.noise", 3)))
                .isEqualTo(Waveforms.noise_nA(drive, 0.1, Draws.of(1, "test.noise", 3)));
    }
}
