package io.brainwright.sim.model.stimulus;

import io.brainwright.neuro.random.Draws;

/** A current (nA) or conductance (uS) as a function of the time since it began. */
public sealed interface Signal permits Ramp, PulseTrain, Sine, NormalNoise, ShotNoise, OrnsteinUhlenbeck {
    /**
     * Values at rising times.
     *
     * @param times_ms since the signal began; from 0, below its duration
     * @param duration_ms how long it lasts
     * @param draws what chance decides; equal draws give equal values
     */
    double[] at(double[] times_ms, double duration_ms, Draws draws);

    /** Whether chance decides anything, so that every cell needs values of its own. */
    boolean random();
}
