package io.brainwright.sim.model.nmodl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.sim.model.mechanism.Mechanism;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Pairings of presynaptic spikes with spikes that travel back into the dendrite (Chindemi et al. 2022, doi
 * 10.1038/s41467-022-30214-w). The thresholds of every contact follow, as there, from the calcium of a lone presynaptic and of a lone
 * postsynaptic spike: for basal dendrites theta_d = 1.002 c_pre + 1.954 c_post, theta_p = 1.159 c_pre + 2.483 c_post.
 */
class GluSynapsePlasticityTest {
    private static final Mechanism SYNAPSE = Published.named("GluSynapse");
    private static final int CONTACTS = 40;
    private static final int TRAINS = 2;
    private static final int PAIRS = 5;
    private static final double EVERY_ms = 1500;
    private static final Map<String, Double> THRESHOLDS = thresholds();

    @Test
    void preBeforePostPotentiatesAndPostBeforePreDepresses() {
        assertThat(after(5, 5, 2)).as("+5 ms at 5 Hz, from 0.5").isGreaterThan(0.52);
        assertThat(after(5, -10, 2)).as("-10 ms at 5 Hz, from 0.5").isLessThan(0.4);
    }

    @Test
    void fasterPairingPotentiatesMoreAndWithTheCalciumOfTheLivingBrainItShrinks() {
        double at5Hz = after(5, 5, 2);
        double at20Hz = after(20, 5, 2);
        assertThat(at20Hz).isGreaterThan(at5Hz + 0.03);
        assertThat(Math.abs(after(20, 5, 1.1) - 0.5)).isLessThan((at20Hz - 0.5) / 2);
    }

    @Test
    void releaseAndConductanceFollowTheEfficacy() {
        // faster than in life, so that seconds show it
        var parameters = Map.of("tau_exp_GB", 0.3, "Use_d", 0.2, "Use_p", 0.8, "gmax_d_AMPA", 1.0, "gmax_p_AMPA", 2.0);
        var up = paired(20, 5, 2, parameters);
        double rho = mean(up.run("rho_GB", 5).getLast());
        double use = mean(paired(20, 5, 2, parameters).run("Use_GB", 5).getLast());
        double g_nS = mean(paired(20, 5, 2, parameters).run("gmax_AMPA", 5).getLast());
        assertThat(use).isCloseTo(0.2 + rho * 0.6, within(0.02));
        assertThat(g_nS).isCloseTo(1 + rho, within(0.03));
    }

    /** Mean efficacy over contacts after the last train; half of them begin depressed, half potentiated. */
    private static double after(double pairs_Hz, double post_ms, double calcium_mM) {
        return mean(
                paired(pairs_Hz, post_ms, calcium_mM, Map.of()).run("rho_GB", 5).getLast());
    }

    private static OneCompartment paired(
            double pairs_Hz, double post_ms, double calcium_mM, Map<String, Double> parameters) {
        var pre = new double[TRAINS * PAIRS];
        var post = new double[TRAINS * PAIRS];
        for (int k = 0; k < pre.length; k++) {
            pre[k] = 50 + k / PAIRS * EVERY_ms + k % PAIRS * 1000 / pairs_Hz;
            post[k] = pre[k] + post_ms;
        }
        double use = 0.5 * hill(calcium_mM) / hill(2);
        return new OneCompartment(50 + EVERY_ms * TRAINS, 1, SYNAPSE, CONTACTS, contact -> {
                    var here = new HashMap<>(THRESHOLDS);
                    here.putAll(Map.of("cao_CR", calcium_mM, "Use", use, "Use_d", use, "Use_p", use));
                    here.put("rho0_GB", (double) (contact % 2));
                    here.putAll(parameters);
                    return here;
                })
                .events(1, pre)
                .spikes(post);
    }

    /** Release between pyramidal cells by calcium outside (Markram et al. 2015, doi 10.1016/j.cell.2015.09.029). */
    private static double hill(double calcium_mM) {
        return Math.pow(calcium_mM, 4) / (Math.pow(2.79, 4) + Math.pow(calcium_mM, 4));
    }

    private static Map<String, Double> thresholds() {
        var parameters = new HashMap<>(Map.of(
                "Use",
                0.5,
                "Use_d",
                0.5,
                "Use_p",
                0.5,
                "Dep",
                671.0,
                "Fac",
                17.0,
                "Nrrp",
                4.0,
                "gmax0_AMPA",
                0.01,
                "gmax_d_AMPA",
                0.01,
                "gmax_p_AMPA",
                0.02,
                "gmax_NMDA",
                1.0));
        parameters.put("theta_d_GB", 1e9);
        parameters.put("theta_p_GB", 1e9);
        double c_pre = peak(new OneCompartment(150, 1, SYNAPSE, CONTACTS, parameters).events(1, 20));
        double c_post = peak(new OneCompartment(150, 1, SYNAPSE, CONTACTS, parameters).spikes(20));
        parameters.put("theta_d_GB", 1.002 * c_pre + 1.954 * c_post);
        parameters.put("theta_p_GB", 1.159 * c_pre + 2.483 * c_post);
        return parameters;
    }

    /** The highest effective calcium, in the mean over contacts. */
    private static double peak(OneCompartment compartment) {
        var highest = new double[CONTACTS];
        for (double[] frame : compartment.run("effcai_GB", 0.5)) {
            for (int c = 0; c < CONTACTS; c++) {
                highest[c] = Math.max(highest[c], frame[c]);
            }
        }
        return mean(highest);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    /** Means of released shares over many contacts are those of the deterministic rule. */
    @Test
    void releaseAtRandomHasTheMeanOfTheDeterministicRule() {
        var times = new double[] {10, 35, 60, 160};
        var parameters = Map.of("Use", 0.5, "Dep", 671.0, "Fac", 17.0, "tau_r_NMDA", 1e8, "tau_d_NMDA", 1e9);
        var random = new HashMap<>(parameters);
        random.put("Nrrp", 3.0);
        var one = new OneCompartment(170, 1, Published.named("DetAMPANMDA"), 1, parameters)
                .events(1e-9, times)
                .run("B_NMDA", 1);
        var many = new OneCompartment(170, 1, Published.named("ProbAMPANMDA_EMS"), 2000, random)
                .events(1e-9, times)
                .run("B_NMDA", 1);
        double unit = (one.get(12)[0] - one.get(8)[0]) / 0.5; // u R of the first event is U
        for (double t : times) {
            double law = released(one, t) / unit;
            double found = released(many, t) / unit;
            assertThat(found).as("at %s ms", t).isCloseTo(law, within(5 * Math.sqrt(0.25 / 3 / 2000)));
        }
        assertThat(List.of(many.getLast()[0], many.getLast()[1])).doesNotHaveDuplicates();
    }

    private static double released(List<double[]> frames, double t_ms) {
        return mean(frames.get((int) t_ms + 2)) - mean(frames.get((int) t_ms - 2));
    }
}
