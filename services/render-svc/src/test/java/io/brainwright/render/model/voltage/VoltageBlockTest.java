package io.brainwright.render.model.voltage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoltageBlockTest {
    private static final int COMPARTMENTS = 30_000;
    private static final double DT_MS = 0.1;

    @Test
    void whatIsReadIsWhatWasRecordedWithinHalfAStep() {
        var frames = activity(VoltageBlock.FRAMES, 40, 0.4, false);
        int first = 100;
        int count = 900;
        var steps = VoltageBlock.decode(VoltageBlock.encode(frames, first, count), frames.length, count);
        for (int f = 0; f < frames.length; f++) {
            for (int c = 0; c < count; c++) {
                assertThat(VoltageScale.voltage_mV(steps[f][c]))
                        .isEqualTo(frames[f][first + c], within(VoltageScale.STEP_MV / 2 + 1e-6));
            }
        }
    }

    @Test
    void voltagesBeyondTheScaleAreShownAtItsEnds() {
        var steps = VoltageBlock.decode(VoltageBlock.encode(new float[][] {{-140, 90}, {90, -140}}, 0, 2), 2, 2);
        assertThat(steps[0]).containsExactly(0, 255);
        assertThat(steps[1]).containsExactly(255, 0);
    }

    @Test
    void aShortLastBlockIsReadAlike() {
        var frames = activity(3, 10, 0, false);
        var steps = VoltageBlock.decode(VoltageBlock.encode(frames, 0, 50), 3, 50);
        assertThat(VoltageScale.voltage_mV(steps[2][49]))
                .isEqualTo(frames[2][49], within(VoltageScale.STEP_MV / 2 + 1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 6, 7, 11, 15, 16})
    void blocksOfEveryLengthKeepEveryChange(int length) {
        var random = new SplittableRandom(length);
        var frames = new float[length][64];
        for (var frame : frames) {
            for (int c = 0; c < frame.length; c++) {
                double jump = random.nextInt(4) == 0 ? 60 * random.nextDouble() : 0.4 * random.nextDouble();
                frame[c] = (float) (-60 + jump);
            }
        }
        var steps = VoltageBlock.decode(VoltageBlock.encode(frames, 3, 61), length, 61);
        for (int f = 0; f < length; f++) {
            for (int c = 0; c < 61; c++) {
                assertThat(steps[f][c]).isEqualTo(VoltageScale.step(frames[f][3 + c]));
            }
        }
    }

    @Test
    void aSimulationThatWentAstrayIsToldOf() {
        assertThatThrownBy(() -> VoltageBlock.encode(new float[][] {{Float.NaN}}, 0, 1))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.reason()).isEqualTo("VOLTAGE_NOT_A_NUMBER"));
    }

    /**
     * The stream's bar: 1,000 cells of 300 compartments at 30 frames per second below 2 MB/s, here in a noisy network that fires at 20 Hz; also
     * where the noise is each compartment's own, as no cable has it.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aThousandCellsStreamInLessThanTwoMegabytesPerSecond(boolean alone) {
        var frames = activity(VoltageBlock.FRAMES, 20, 0.15, alone);
        double perValue =
                gzipped(VoltageBlock.encode(frames, 0, COMPARTMENTS)) / (double) (frames.length * COMPARTMENTS);
        double perSecond = perValue * 1000 * 300 * 30;
        System.out.printf("voltage stream: %.3f B per value, %.2f MB/s%n", perValue, perSecond / 1e6);
        assertThat(perSecond).isLessThan(1.8e6);
    }

    /**
     * Cells of 300 compartments: rest, a slow wave, noise, and action potentials that run outwards at 300 um/ms.
     *
     * @param rate_Hz action potentials of each cell
     * @param noise_mV standard deviation from frame to frame
     * @param alone whether each compartment has its own noise; else those of a cell share it, as its cable joins them
     */
    private static float[][] activity(int frames, double rate_Hz, double noise_mV, boolean alone) {
        var random = new SplittableRandom(11);
        var v = new float[frames][COMPARTMENTS];
        double spike_ms = 0;
        boolean fires = false;
        var wander = new double[frames];
        for (int c = 0; c < COMPARTMENTS; c++) {
            if (c % 300 == 0) {
                fires = random.nextDouble() < rate_Hz * (frames * DT_MS + 4) / 1000;
                spike_ms = random.nextDouble() * (frames * DT_MS + 4) - 4;
                wander = walk(random, frames, noise_mV);
            }
            if (alone) {
                wander = walk(random, frames, noise_mV);
            }
            double delay_ms = c % 300 * 0.01;
            double attenuation = alone ? 1 : Math.exp(-(c % 300) / 300.0);
            for (int f = 0; f < frames; f++) {
                double t = f * DT_MS;
                double since = t - spike_ms - delay_ms;
                double spike = fires && since > 0 ? 100 * since / 0.3 * Math.exp(1 - since / 0.3) : 0;
                v[f][c] = (float) (-70 + 3 * Math.sin(t / 5 + c) + attenuation * wander[f] + spike);
            }
        }
        return v;
    }

    private static double[] walk(SplittableRandom random, int frames, double step_mV) {
        var walk = new double[frames];
        for (int f = 1; f < frames; f++) {
            walk[f] = walk[f - 1] + step_mV * random.nextGaussian();
        }
        return walk;
    }

    private static int gzipped(byte[] plain) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return out.size();
    }
}
