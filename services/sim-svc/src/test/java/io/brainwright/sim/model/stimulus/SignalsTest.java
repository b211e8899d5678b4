package io.brainwright.sim.model.stimulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.random.Draws;
import org.junit.jupiter.api.Test;

/** Every signal against its closed form. */
class SignalsTest {
    private static final double LONG_MS = 400_000;

    @Test
    void aRampIsStraight() {
        assertThat(at(new Ramp(1, 3), 10, 0, 2.5, 9.9)).containsExactly(1, 1.5, 2.98);
        assertThat(at(new Ramp(0.4, 0.4), 10, 0, 5)).containsExactly(0.4, 0.4);
    }

    @Test
    void pulsesBeginWithTheirPeriod() {
        assertThat(at(new PulseTrain(2, 3, 10), 25, 0, 2.9, 3, 9.9, 10, 12.9, 13, 20, 24))
                .containsExactly(2, 2, 0, 0, 2, 2, 0, 2, 0);
    }

    @Test
    void aSineIsWithinASamplingStepOfTheSine() {
        var sine = new Sine(2, 50, 0.025);
        var times = grid(100, 0.013);
        var values = sine.at(times, 100, draws(0));
        for (int i = 0; i < times.length; i++) {
            double exact = 2 * StrictMath.sin(2 * Math.PI * 50 * times[i] / 1000);
            // a chord over h is off by at most amplitude (2 pi f h)^2 / 8
            assertThat(values[i]).isCloseTo(exact, within(2 * Math.pow(2 * Math.PI * 0.05 * 0.025, 2) / 8 + 1e-12));
        }
    }

    @Test
    void normalNoiseHasItsMeanAndSpreadAndNoMemory() {
        var samples = new NormalNoise(0.3, 0.1, 0.5).at(grid(LONG_MS, 0.5), LONG_MS, draws(1));
        double n = samples.length;
        assertThat(mean(samples)).isCloseTo(0.3, within(4 * 0.1 / Math.sqrt(n)));
        assertThat(sd(samples)).isCloseTo(0.1, within(4 * 0.1 / Math.sqrt(2 * n)));
        assertThat(correlation(samples, 1)).isCloseTo(0, within(4 / Math.sqrt(n)));
    }

    @Test
    void ornsteinUhlenbeckNoiseForgetsExponentially() {
        double tau_ms = 5;
        var samples = new OrnsteinUhlenbeck(tau_ms, 0.2, 0.05, 0.25).at(grid(LONG_MS, 0.25), LONG_MS, draws(2));
        double independent = LONG_MS / (2 * tau_ms);
        assertThat(mean(samples)).isCloseTo(0.2, within(4 * 0.05 / Math.sqrt(independent)));
        assertThat(sd(samples)).isCloseTo(0.05, within(4 * 0.05 / Math.sqrt(2 * independent)));
        for (int lag : new int[] {1, 10, 20, 40}) {
            double exact = StrictMath.exp(-lag * 0.25 / tau_ms);
            assertThat(correlation(samples, lag))
                    .as("lag %d", lag)
                    .isCloseTo(exact, within(4 / Math.sqrt(independent)));
        }
    }

    @Test
    void ornsteinUhlenbeckNoiseIsStationaryFromTheStart() {
        double square = 0;
        for (int cell = 0; cell < 4000; cell++) {
            double first = new OrnsteinUhlenbeck(50, 0, 1, 0.25).at(new double[] {0}, 10, draws(cell))[0];
            square += first * first / 4000;
        }
        assertThat(square).isCloseTo(1, within(4 * Math.sqrt(2.0 / 4000)));
    }

    @Test
    void shotNoiseObeysCampbellsTheorem() {
        double rise = 0.4;
        double decay = 4;
        var noise = new ShotNoise(rise, decay, 200, 0.1, 0.05, 0.25);
        var samples = noise.at(grid(LONG_MS, 0.25), LONG_MS, draws(3));
        double at = rise * decay / (decay - rise) * StrictMath.log(decay / rise);
        double peak = StrictMath.exp(-at / decay) - StrictMath.exp(-at / rise);
        double mean = 0.2 * 0.1 * (decay - rise) / peak;
        double variance = 0.2 * (0.01 + 0.0025) * Math.pow((decay - rise) / peak, 2) / (2 * (decay + rise));
        double independent = LONG_MS / (2 * decay);
        assertThat(mean(samples)).isCloseTo(mean, within(4 * Math.sqrt(variance / independent) + 0.002 * mean));
        assertThat(sd(samples)).isCloseTo(Math.sqrt(variance), within(0.03 * Math.sqrt(variance)));
    }

    @Test
    void aSingleShotIsADualExponentialWithItsAmplitudeAsPeak() {
        var noise = new ShotNoise(1, 8, 20, 0.5, 0, 0.01);
        var times = grid(60, 0.01);
        var samples = noise.at(times, 60, draws(4));
        int onset = 0;
        while (samples[onset] == 0) {
            onset++;
        }
        double t0 = times[onset - 1];
        double at = 8.0 / 7 * StrictMath.log(8);
        double peak = StrictMath.exp(-at / 8) - StrictMath.exp(-at);
        int next = onset;
        for (int i = onset; i < samples.length; i++) {
            double s = times[i] - t0;
            double exact = 0.5 * (StrictMath.exp(-s / 8) - StrictMath.exp(-s)) / peak;
            if (Math.abs(samples[i] - exact) > 1e-9) {
                next = i; // a second shot begins
                break;
            }
            next = i + 1;
        }
        assertThat(times[next - 1] - t0).as("followed beyond its peak").isGreaterThan(at);
    }

    @Test
    void shotNoiseOfAGivenMeanAndSpreadHasThem() {
        for (double cv : new double[] {0, 0.5, 1}) {
            var noise = ShotNoise.of(0.5, 5, -0.3, 0.1, cv, 0.25);
            var samples = noise.at(grid(LONG_MS, 0.25), LONG_MS, draws(5));
            assertThat(mean(samples)).as("cv %s", cv).isCloseTo(-0.3, within(0.003));
            assertThat(sd(samples)).as("cv %s", cv).isCloseTo(0.1, within(0.003));
        }
    }

    @Test
    void theSameDrawsGiveTheSameBitsAndOthersDoNot() {
        for (Signal signal : new Signal[] {
            new NormalNoise(0, 1, 0.5), new OrnsteinUhlenbeck(5, 0, 1, 0.25), new ShotNoise(1, 5, 100, 1, 0.5, 0.25)
        }) {
            var times = grid(100, 0.025);
            assertThat(signal.random()).isTrue();
            assertThat(signal.at(times, 100, draws(7))).isEqualTo(signal.at(times, 100, draws(7)));
            assertThat(signal.at(times, 100, draws(7))).isNotEqualTo(signal.at(times, 100, draws(8)));
        }
    }

    private static double[] at(Signal signal, double duration_ms, double... times) {
        return signal.at(times, duration_ms, draws(0));
    }

    private static Draws draws(long entity) {
        return Draws.of(11, "test", entity);
    }

    private static double[] grid(double duration_ms, double step_ms) {
        var times = new double[(int) Math.floor(duration_ms / step_ms)];
        for (int i = 0; i < times.length; i++) {
            times[i] = i * step_ms;
        }
        return times;
    }

    private static double mean(double[] x) {
        return java.util.Arrays.stream(x).average().orElseThrow();
    }

    private static double sd(double[] x) {
        double m = mean(x);
        return Math.sqrt(
                java.util.Arrays.stream(x).map(v -> (v - m) * (v - m)).average().orElseThrow());
    }

    private static double correlation(double[] x, int lag) {
        double m = mean(x);
        double sum = 0;
        double all = 0;
        for (int i = 0; i < x.length; i++) {
            all += (x[i] - m) * (x[i] - m);
            sum += i < lag ? 0 : (x[i] - m) * (x[i - lag] - m);
        }
        return sum / all;
    }
}
