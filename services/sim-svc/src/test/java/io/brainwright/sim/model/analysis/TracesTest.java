package io.brainwright.sim.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TracesTest {
    private static final double TAU_MS = 8;
    private static final double R_MOHM = 120;
    private static final double I_NA = -0.05;

    /** A passive membrane: at rest until 20 ms, then charged by a step of current. */
    private static Traces passive() {
        var times = IntStream.range(0, 1201).mapToDouble(i -> i * 0.1).toArray();
        var v = new float[times.length][1];
        for (int i = 0; i < times.length; i++) {
            double on_ms = Math.max(0, times[i] - 20);
            v[i][0] = (float) (-70 + R_MOHM * I_NA * (1 - Math.exp(-on_ms / TAU_MS)));
        }
        return new Traces(times, v);
    }

    @Test
    void ohmsLawGivesTheResistance() {
        assertThat(passive().resistance_Mohm(0, 20, 100, I_NA)).isCloseTo(R_MOHM, within(0.01));
    }

    @Test
    void restIsTheVoltageBeforeTheStep() {
        assertThat(passive().rest_mV(0, 10, 19.9)).isCloseTo(-70, within(1e-4));
    }

    @Test
    void theAmplitudeKeepsItsSign() {
        assertThat(passive().amplitude_mV(0, 20, 120)).isCloseTo(R_MOHM * I_NA, within(0.01));
    }

    @Test
    void aCellThatFiresHasNoRestingPotential() {
        var firing = new Traces(new double[] {0, 1, 2}, new float[][] {{-70}, {20}, {-65}});
        assertThat(firing.rest_mV(0, 0, 2)).isNaN();
        assertThat(firing.amplitude_mV(0, 0, 2)).isNaN();
    }

    @Test
    void aSteadySignalInTheSomaFadesByTheRatioOfThePeaks() {
        var v = new float[][] {{-70, -70, -70}, {-60, -65, -69}, {-62, -64, -68}};
        assertThat(Attenuation.ratios(v, 0)).containsExactly(1.0, 0.6, 0.2);
    }
}
