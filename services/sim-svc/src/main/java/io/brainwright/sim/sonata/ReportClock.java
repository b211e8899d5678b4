package io.brainwright.sim.sonata;

import io.brainwright.sonata.config.ReportRequest;
import io.brainwright.sonata.config.RunSettings;
import java.math.BigInteger;

/**
 * When a report takes its frames: from its start, every so many steps, before its end.
 *
 * @param start_steps first frame
 * @param every_steps from one to the next
 * @param sampled_steps how often the network is sampled
 * @param end_steps no frame from here on
 * @param dt_ms from one frame to the next
 */
record ReportClock(long start_steps, long every_steps, long sampled_steps, long end_steps, double dt_ms) {
    private static final double SLACK_STEPS = 1e-6;

    /** A frame interval below the time step becomes the time step, as SONATA has it. */
    static ReportClock of(ReportRequest request, RunSettings run) {
        double dt_ms = Math.max(request.dt_ms(), run.dt_ms());
        long every = whole(request, "dt", dt_ms, run.dt_ms());
        long start = whole(request, "start_time", request.start_ms(), run.dt_ms());
        long last = Math.round(run.tstop_ms() / run.dt_ms());
        long end = Math.min(last + 1, (long) Math.ceil(request.end_ms() / run.dt_ms() - SLACK_STEPS));
        if (start >= end) {
            throw Fault.at(
                    request.pointer() + "/start_time",
                    "is %s; the run ends at %s ms".formatted(request.start_ms(), run.tstop_ms()));
        }
        long sampled = BigInteger.valueOf(every).gcd(BigInteger.valueOf(start)).longValue();
        return new ReportClock(start, every, sampled, end, dt_ms);
    }

    double sampled_ms(RunSettings run) {
        return sampled_steps * run.dt_ms();
    }

    boolean wants(long sample) {
        long step = sample * sampled_steps;
        return step >= start_steps && step < end_steps && (step - start_steps) % every_steps == 0;
    }

    long frames() {
        return (end_steps - start_steps + every_steps - 1) / every_steps;
    }

    private static long whole(ReportRequest request, String key, double value_ms, double dt_ms) {
        double steps = value_ms / dt_ms;
        long whole = Math.round(steps);
        if (Math.abs(steps - whole) > SLACK_STEPS) {
            throw Fault.at(
                    request.pointer() + "/" + key,
                    "is %s ms; a whole number of time steps of %s ms belongs here".formatted(value_ms, dt_ms));
        }
        return whole;
    }
}
