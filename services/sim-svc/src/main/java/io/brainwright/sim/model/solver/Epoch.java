package io.brainwright.sim.model.solver;

import java.util.Arrays;
import java.util.List;

/** What goes into a block for a few steps, and what comes out. */
final class Epoch {
    /** Events, in order. */
    List<Deliveries.Arrival> arrivals = List.of();
    /** Events of point processes, in order. */
    List<Deliveries.PointArrival> pointArrivals = List.of();
    /** Conductance and current of each drive, step after step. */
    final double[] drives;
    /** 1 where a lane's detector crossed upwards, step after step. */
    final int[] fired;
    /** Frames of each probe, one after another. */
    final double[][] frames;
    /** Whether a voltage at the end lay outside the range of a membrane, or was not a number. */
    boolean unstable;
    /** Whether a point process awaited more events of its own than it can hold, or sent them without end. */
    boolean overrun;

    Epoch(Block block, int mostSteps, int driveCount) {
        drives = new double[2 * driveCount * mostSteps];
        fired = new int[block.width * mostSteps];
        frames = block.probes.stream()
                .map(p -> new double[p.index().length * (mostSteps / p.everySteps() + 1)])
                .toArray(double[][]::new);
    }

    void clear() {
        Arrays.fill(fired, 0);
        unstable = false;
        overrun = false;
    }

    /** Frames of a recording that fall into steps (firstStep, firstStep + steps]. */
    static int framesIn(int firstStep, int steps, int every) {
        return (firstStep + steps) / every - firstStep / every;
    }
}
