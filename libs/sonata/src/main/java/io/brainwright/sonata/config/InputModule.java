package io.brainwright.sonata.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What an input does. Currents are nA and conductances uS; percentages are of a cell's threshold current, and for conductances of
 * the inverse of its input resistance.
 */
public sealed interface InputModule {
    /** Current that runs straight from one value to another. */
    record Linear(double from_nA, double to_nA) implements InputModule {}

    /** The same in percent of the threshold current. */
    record RelativeLinear(double from_percent, double to_percent) implements InputModule {}

    /** Pulses of {@code width_ms}, {@code frequency_Hz} of them a second, the first at the start. */
    record Pulse(double amplitude_nA, double width_ms, double frequency_Hz) implements InputModule {}

    /** A sine from phase 0, sampled every {@code dt_ms}. */
    record Sinusoidal(double amplitude_nA, double frequency_Hz, double dt_ms) implements InputModule {}

    /** 100 - {@code percent_less} percent of the threshold current. */
    record Subthreshold(double percent_less) implements InputModule {}

    /** The holding current of the cell. */
    record Hyperpolarizing() implements InputModule {}

    /**
     * A value drawn anew every 0.5 ms.
     *
     * @param mean_nA mean; empty where it is given in percent
     * @param mean_percent mean in percent of the threshold current
     * @param spread what SONATA calls variance and its simulators take as the variance of a normal distribution: nA2
     */
    record Noise(OptionalDouble mean_nA, OptionalDouble mean_percent, double spread) implements InputModule {}

    /**
     * What both shot noise and Ornstein-Uhlenbeck noise have.
     *
     * @param conductance whether it is one, with {@code reversal_mV}; else a current
     * @param reversal_mV of the conductance
     * @param dt_ms sampling step
     * @param seed in place of those of the run: cells that share it share the noise
     */
    record Carrier(boolean conductance, double reversal_mV, double dt_ms, OptionalLong seed) {}

    /**
     * How a mean and a standard deviation are given.
     *
     * @param percent whether both are in percent
     */
    record Level(double mean, double sd, boolean percent) {}

    /** Poisson shots of two exponentials with gamma-distributed amplitudes. */
    record ShotNoise(
            double rise_ms,
            double decay_ms,
            double rate_Hz,
            double amplitude,
            double amplitudeVariance,
            Carrier carrier)
            implements InputModule {}

    /**
     * The same, given by what comes out.
     *
     * @param cv coefficient of variation of the amplitudes
     */
    record LevelShotNoise(double rise_ms, double decay_ms, Level level, double cv, Carrier carrier)
            implements InputModule {}

    /** Ornstein-Uhlenbeck noise. */
    record OrnsteinUhlenbeck(double tau_ms, Level level, Carrier carrier) implements InputModule {}

    /** Voltage clamp through a series resistance. */
    record Seclamp(double voltage_mV, double series_Mohm) implements InputModule {}

    /** Spikes from a file, sent along the edges of their cells. */
    record SynapseReplay(Path file, Optional<String> source) implements InputModule {}
}
