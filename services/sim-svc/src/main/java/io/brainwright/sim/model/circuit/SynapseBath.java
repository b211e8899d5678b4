package io.brainwright.sim.model.circuit;

import io.brainwright.sim.model.circuit.Contacts.Number;
import io.brainwright.sim.model.synapse.Release;
import io.brainwright.sim.model.synapse.SynapseType;
import io.brainwright.sim.model.synapse.SynapseType.SynE;
import io.brainwright.sim.model.synapse.SynapseType.SynI;
import java.util.Set;

/**
 * What the bath does to synapses: calcium sets how much is released, magnesium blocks NMDA, drugs block receptors.
 *
 * <pre>{@code
 *   U(Ca) = U(2 mM) (K^4 + 2^4) / 2^4  Ca^4 / (K^4 + Ca^4)      at most 1
 * }</pre>
 *
 * Kinetics: AMPA 0.2 / 1.74 ms, NMDA 0.29 / 43 ms, GABA-A 0.2 / 8.3 ms, reversal 0, 0 and -80 mV (Markram et al. 2015, doi
 * 10.1016/j.cell.2015.09.029); magnesium block of Jahr &amp; Stevens 1990, J Neurosci 10:3178.
 *
 * @param ca_mM extracellular calcium
 * @param mg_mM extracellular magnesium
 * @param blocked receptors without effect
 */
public record SynapseBath(double ca_mM, double mg_mM, Set<Receptor> blocked) {
    private static final double REFERENCE_CA_MM = 2;
    private static final double AMPA_RISE_MS = 0.2;
    private static final double AMPA_DECAY_MS = 1.74;
    private static final double NMDA_RISE_MS = 0.29;
    private static final double NMDA_DECAY_MS = 43;
    private static final double NMDA_RATIO = 0.71;
    private static final double EXC_REVERSAL_MV = 0;
    private static final double MG_SLOPE_PER_MV = 0.062;
    private static final double MG_SCALE_MM = 3.57;
    private static final double GABA_A_RISE_MS = 0.2;
    private static final double GABA_A_REVERSAL_MV = -80;

    /**
     * AMPA and NMDA share one weight. Where AMPA alone is blocked, the weight is scaled down and the NMDA ratio up by this power
     * of two: NMDA keeps every bit, AMPA is left with 1e-12 of its conductance.
     */
    private static final double AMPA_BLOCKED = 0x1p-40;

    public SynapseBath {
        blocked = Set.copyOf(blocked);
    }

    /** U at this calcium. */
    public double utilisation(double u2mM, double half_mM) {
        double k4 = fourth(half_mM);
        double ca4 = fourth(ca_mM);
        double reference4 = fourth(REFERENCE_CA_MM);
        return Math.min(1, u2mM * (k4 + reference4) / reference4 * ca4 / (k4 + ca4));
    }

    /** Whether a contact can have any effect. */
    boolean acts(Contacts contacts, int i) {
        return contacts.excitatory(i) ? excitationActs() : !blocked.contains(Receptor.GABA_A);
    }

    /** Whether excitatory synapses have any effect. */
    boolean excitationActs() {
        return !(blocked.contains(Receptor.AMPA) && blocked.contains(Receptor.NMDA));
    }

    /** Conductance and release of a contact. */
    SynapseType type(Contacts contacts, int i) {
        double u = utilisation(contacts.get(Number.U_SYN, i), contacts.get(Number.U_HILL_COEFFICIENT, i));
        var release =
                new Release(u, contacts.get(Number.DEPRESSION_TIME, i), contacts.get(Number.FACILITATION_TIME, i));
        double decay_ms = contacts.get(Number.DECAY_TIME, i);
        return contacts.excitatory(i)
                ? excitatory(decay_ms, contacts.get(Number.CONDUCTANCE_SCALE_FACTOR, i), release)
                : new SynI(GABA_A_RISE_MS, decay_ms, GABA_A_REVERSAL_MV, release);
    }

    /** An excitatory synapse of a drive from outside: every event has its whole weight. */
    SynapseType outside() {
        return excitatory(AMPA_DECAY_MS, NMDA_RATIO, Release.ALWAYS_ALL);
    }

    /** The weight that stands for this conductance in an excitatory synapse. */
    double weight_uS(boolean excitatory, double conductance_uS) {
        return excitatory && blocked.contains(Receptor.AMPA) ? conductance_uS * AMPA_BLOCKED : conductance_uS;
    }

    private SynE excitatory(double decay_ms, double ratio, Release release) {
        double nmda = blocked.contains(Receptor.NMDA) ? 0 : ratio;
        return new SynE(
                AMPA_RISE_MS,
                decay_ms,
                NMDA_RISE_MS,
                NMDA_DECAY_MS,
                EXC_REVERSAL_MV,
                blocked.contains(Receptor.AMPA) ? nmda / AMPA_BLOCKED : nmda,
                mg_mM,
                MG_SLOPE_PER_MV,
                MG_SCALE_MM,
                release);
    }

    private static double fourth(double x) {
        return x * x * x * x;
    }
}
