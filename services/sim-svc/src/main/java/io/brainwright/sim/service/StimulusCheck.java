package io.brainwright.sim.service;

import io.brainwright.proto.sim.v1.CurrentNoise;
import io.brainwright.proto.sim.v1.CurrentPulses;
import io.brainwright.proto.sim.v1.CurrentRamp;
import io.brainwright.proto.sim.v1.CurrentStep;
import io.brainwright.proto.sim.v1.FibrePoisson;
import io.brainwright.proto.sim.v1.FibreTarget;
import io.brainwright.proto.sim.v1.FibreVolley;
import io.brainwright.proto.sim.v1.PoissonSpikes;
import io.brainwright.proto.sim.v1.Stimulus;
import io.brainwright.proto.sim.v1.Volley;
import java.util.Set;

/** Checks one stimulus of a request. */
final class StimulusCheck {
    private static final double MOST_NA = 50;
    private static final double MOST_PERCENT = 1000;
    private static final double MOST_HZ = 1000;
    private static final double MOST_WEIGHT_US = 1;
    private static final int MOST_SYNAPSES = 10_000;
    private static final int MOST_PULSES = 100_000;
    private static final double MOST_JITTER_MS = 1000;

    private final Faults faults;
    private final String at;
    private final double duration_ms;

    /** @param at path of the stimulus in the request */
    StimulusCheck(Faults faults, String at, double duration_ms) {
        this.faults = faults;
        this.at = at;
        this.duration_ms = duration_ms;
    }

    void check(Stimulus stimulus) {
        var target = stimulus.getTarget();
        if (target.getCount() < 0) {
            faults.add(at + ".target.count", "%d; 0 (all) or more.".formatted(target.getCount()));
        }
        if (!Set.of("", "EXC", "INH").contains(target.getSynapseClass())) {
            faults.add(at + ".target.synapse_class", "'%s'; EXC or INH.".formatted(target.getSynapseClass()));
        }
        switch (stimulus.getKindCase()) {
            case CURRENT_STEP -> step(stimulus.getCurrentStep());
            case CURRENT_PULSES -> pulses(stimulus.getCurrentPulses());
            case CURRENT_RAMP -> ramp(stimulus.getCurrentRamp());
            case CURRENT_NOISE -> noise(stimulus.getCurrentNoise());
            case POISSON_SPIKES -> poisson(stimulus.getPoissonSpikes());
            case VOLLEY -> volley(stimulus.getVolley());
            case FIBRE_VOLLEY -> fibreVolley(stimulus.getFibreVolley());
            case FIBRE_POISSON -> fibrePoisson(stimulus.getFibrePoisson());
            case KIND_NOT_SET ->
                faults.add(
                        at,
                        "has no kind; current_step, current_pulses, current_ramp, current_noise, poisson_spikes, volley, fibre_volley or fibre_poisson.");
        }
    }

    private void step(CurrentStep s) {
        var here = at + ".current_step";
        inside(here, s.getStartMs(), s.getDurationMs());
        if (s.getPercentOfThreshold() == 0) {
            amplitude(here, s.getAmplitudeNA());
            return;
        }
        faults.positive(here + ".percent_of_threshold", s.getPercentOfThreshold(), MOST_PERCENT, "%");
        if (s.getAmplitudeNA() != 0) {
            faults.add(here + ".amplitude_nA", "stands beside percent_of_threshold; one of them says how much.");
        }
    }

    private void ramp(CurrentRamp r) {
        var here = at + ".current_ramp";
        inside(here, r.getStartMs(), r.getDurationMs());
        faults.range(here + ".from_nA", r.getFromNA(), -MOST_NA, MOST_NA, "nA");
        faults.range(here + ".to_nA", r.getToNA(), -MOST_NA, MOST_NA, "nA");
    }

    private void noise(CurrentNoise n) {
        var here = at + ".current_noise";
        inside(here, n.getStartMs(), n.getDurationMs());
        faults.range(here + ".mean_nA", n.getMeanNA(), -MOST_NA, MOST_NA, "nA");
        faults.positive(here + ".sd_nA", n.getSdNA(), MOST_NA, "nA");
        faults.range(here + ".tau_ms", n.getTauMs(), 0, MOST_JITTER_MS, "ms");
    }

    private void pulses(CurrentPulses p) {
        var here = at + ".current_pulses";
        faults.positive(here + ".pulse_ms", p.getPulseMs(), duration_ms, "ms");
        faults.range(here + ".count", p.getCount(), 1, MOST_PULSES, "pulses");
        if (p.getCount() > 1 && !(p.getPeriodMs() >= p.getPulseMs() && Double.isFinite(p.getPeriodMs()))) {
            faults.add(
                    here + ".period_ms",
                    "%s ms; at least the pulse itself, %s ms.".formatted(p.getPeriodMs(), p.getPulseMs()));
        } else if (p.getCount() > 0) {
            inside(here, p.getStartMs(), (p.getCount() - 1) * p.getPeriodMs() + p.getPulseMs());
        }
        amplitude(here, p.getAmplitudeNA());
    }

    private void poisson(PoissonSpikes p) {
        var here = at + ".poisson_spikes";
        inside(here, p.getStartMs(), p.getDurationMs());
        faults.positive(here + ".rate_Hz", p.getRateHz(), MOST_HZ, "Hz");
        synapses(here, p.getSynapsesPerCell(), p.getWeightUS());
    }

    private void volley(Volley v) {
        var here = at + ".volley";
        inside(here + ".time_ms", v.getTimeMs());
        faults.range(here + ".jitter_ms", v.getJitterMs(), 0, MOST_JITTER_MS, "ms");
        synapses(here, v.getSynapsesPerCell(), v.getWeightUS());
    }

    private void fibreVolley(FibreVolley v) {
        var here = at + ".fibre_volley";
        fibres(here, v.getFibres());
        inside(here + ".time_ms", v.getTimeMs());
        faults.range(here + ".jitter_ms", v.getJitterMs(), 0, MOST_JITTER_MS, "ms");
    }

    private void fibrePoisson(FibrePoisson p) {
        var here = at + ".fibre_poisson";
        fibres(here, p.getFibres());
        inside(here, p.getStartMs(), p.getDurationMs());
        faults.positive(here + ".rate_Hz", p.getRateHz(), MOST_HZ, "Hz");
    }

    private void fibres(String here, FibreTarget target) {
        faults.range(here + ".fibres.fraction", target.getFraction(), 0, 1, "of the fibres");
        if (target.getCount() < 0) {
            faults.add(here + ".fibres.count", "%d; 0 (by fraction) or more.".formatted(target.getCount()));
        }
    }

    private void synapses(String here, int perCell, double weight_uS) {
        faults.range(here + ".synapses_per_cell", perCell, 1, MOST_SYNAPSES, "synapses");
        faults.positive(here + ".weight_uS", weight_uS, MOST_WEIGHT_US, "uS");
    }

    private void amplitude(String here, double amplitude_nA) {
        faults.range(here + ".amplitude_nA", amplitude_nA, -MOST_NA, MOST_NA, "nA");
        if (amplitude_nA == 0) {
            faults.add(here + ".amplitude_nA", "0 nA drives nothing; say how much.");
        }
    }

    private void inside(String here, double start_ms, double length_ms) {
        inside(here + ".start_ms", start_ms);
        var field = here.endsWith("pulses") ? here : here + ".duration_ms";
        if (!(length_ms > 0)) {
            faults.add(field, "%s ms; above 0.".formatted(length_ms));
        } else if (start_ms >= 0 && !(start_ms + length_ms <= duration_ms)) {
            faults.add(
                    field,
                    "ends at %s ms, after the run; it must end by %s ms.".formatted(start_ms + length_ms, duration_ms));
        }
    }

    private void inside(String field, double time_ms) {
        if (!(time_ms >= 0 && time_ms < duration_ms)) {
            faults.add(field, "%s ms lies outside the run; from 0 to before %s ms.".formatted(time_ms, duration_ms));
        }
    }
}
