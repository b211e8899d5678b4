package io.brainwright.sim.cases;

import io.brainwright.sim.cases.CaseNetwork.NotSupported;
import io.brainwright.sim.model.synapse.SynapseType;
import io.brainwright.sim.model.synapse.SynapseType.Exp2Syn;
import io.brainwright.sim.model.synapse.SynapseType.ExpSyn;
import io.brainwright.sim.model.synapse.SynapseType.SynE;
import io.brainwright.sim.model.synapse.SynapseType.SynI;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;

/** The conductance that the step ending at t used, from the exponentials sampled after that step. */
final class SynapseConductance {
    private SynapseConductance() {}

    /**
     * @param variable g_uS, g_AMPA_uS or g_NMDA_uS
     * @param exponential samples of one exponential
     * @param voltage samples of the voltage at the synapse
     */
    static IntToDoubleFunction of(
            SynapseType type,
            String variable,
            double dt_ms,
            IntFunction<IntToDoubleFunction> exponential,
            Supplier<IntToDoubleFunction> voltage) {
        return switch (type) {
            case ExpSyn(double tau, double _) when variable.equals("g_uS") -> used(exponential.apply(0), tau, dt_ms);
            case Exp2Syn(double rise, double decay, double _)
            when variable.equals("g_uS") -> pair(exponential, 0, rise, decay, dt_ms);
            case SynI(double rise, double decay, double _, var _)
            when variable.equals("g_uS") -> pair(exponential, 0, rise, decay, dt_ms);
            case SynE s
            when variable.equals("g_AMPA_uS") ->
                pair(exponential, 0, s.tau_rise_AMPA_ms(), s.tau_decay_AMPA_ms(), dt_ms);
            case SynE s
            when variable.equals("g_NMDA_uS") -> {
                var open = pair(exponential, 2, s.tau_rise_NMDA_ms(), s.tau_decay_NMDA_ms(), dt_ms);
                var v = voltage.get();
                yield k -> open.applyAsDouble(k) * s.unblocked(v.applyAsDouble(Math.max(0, k - 1)));
            }
            default ->
                throw new NotSupported(
                        "%s of a %s".formatted(variable, type.getClass().getSimpleName()));
        };
    }

    private static IntToDoubleFunction pair(
            IntFunction<IntToDoubleFunction> exponential, int first, double rise, double decay, double dt_ms) {
        var a = used(exponential.apply(first), rise, dt_ms);
        var b = used(exponential.apply(first + 1), decay, dt_ms);
        return k -> b.applyAsDouble(k) - a.applyAsDouble(k);
    }

    private static IntToDoubleFunction used(IntToDoubleFunction sampled, double tau_ms, double dt_ms) {
        double decay = StrictMath.exp(-dt_ms / tau_ms);
        return k -> k == 0 ? sampled.applyAsDouble(0) : sampled.applyAsDouble(k) / decay;
    }
}
