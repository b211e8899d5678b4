package io.brainwright.sim.model.plasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.sim.model.cell.CableTree;
import io.brainwright.sim.model.circuit.Cells;
import io.brainwright.sim.model.emodel.ElectricalModels;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Ions;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Membrane;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Contacts here and there on a made-up pyramidal cell of layer 5. */
class LoneCalciumTest {
    private static final PlasticityRule RULE = PlasticityRule.of(RecipeFile.open(ElectricalModels.RECIPE));
    private static final LoneCalcium.Target PYRAMID = pyramid();
    private static final int SOMA = 0;
    private static final int TUFT = Cells.TRUNK + 8;
    private static final int[] SECTIONS = {2, 3, Cells.TRUNK, TUFT};

    private static LoneCalcium.Target pyramid() {
        var model = ElectricalModels.open().of("cADpyr", 5);
        return new LoneCalcium.Target(model.compartments(Cells.pyramid()), model.membrane());
    }

    /** One passive compartment at -70 mV. */
    private static LoneCalcium.Target ball(double g_S_cm2) {
        var tree = new CableTree(false);
        tree.add(0, -1, 0, "soma", CableTree.cylinders(20, 20, 1, 100));
        var membrane = Membrane.of(1).with(Mechanism.pas, "g_S_cm2", g_S_cm2);
        return new LoneCalcium.Target(tree.build(), new CellModel(Map.of("soma", membrane), Ions.cortical()));
    }

    private static LoneCalcium lone(LoneCalcium.Target target, double v_init_mV, int threads) {
        return new LoneCalcium(_ -> target, RULE, 34, v_init_mV, threads, _ -> {});
    }

    private static PlasticContact contact(LoneCalcium.Target on, long source, int section, double g_nS) {
        int node = on.shape().compartmentAt(section, 0.5);
        boolean apical = on.shape().group(node).equals("apical");
        return new PlasticContact(
                source, 1, 0, node, section, 0.5f, apical, 0.5, 2.79, 671, 17, 2, g_nS, 0.71, 1.74, true);
    }

    private static List<PlasticContact> oneEach(double g_nS) {
        var contacts = new ArrayList<PlasticContact>();
        for (int s = 0; s < SECTIONS.length; s++) {
            contacts.add(contact(PYRAMID, 10 + s, SECTIONS[s], g_nS));
        }
        return contacts;
    }

    /** So weak an input leaves the voltage where it is: calcium is then a chain of three exponentials, driven by the NMDA current. */
    @Test
    void aWeakInputBringsTheCalciumOfTheChainOfExponentials() {
        double g_nS = 0.1;
        var ball = ball(1e-3);
        var both = lone(ball, -70, 1).pre(List.of(contact(ball, 10, SOMA, g_nS), contact(ball, 11, SOMA, 1e-9)));
        double found = both[0] - both[1]; // calcium channels let a little in at rest
        double v_mV = -70;
        double rise_ms = 0.29;
        double decay_ms = 70;
        double at_ms = rise_ms * decay_ms / (decay_ms - rise_ms) * Math.log(decay_ms / rise_ms);
        double peak = Math.exp(-at_ms / decay_ms) - Math.exp(-at_ms / rise_ms);
        double block = 1 / (1 + Math.exp(-0.072 * v_mV) / 2.552);
        double share = 0.6 * 8 / (8 + 120 / 1.38);
        double i_nA = -1e-3 * g_nS * 0.71 / peak * block * share * (v_mV - 40);
        double into_mM_per_ms = 1e6 * i_nA * 0.04 / (0.087 * 2 * 96485.33212);
        double highest = 0;
        for (double t_ms = 0; t_ms <= 160; t_ms++) {
            highest = Math.max(highest, into_mM_per_ms * (chain(t_ms, decay_ms) - chain(t_ms, rise_ms)));
        }
        assertThat(found).isCloseTo(highest, within(3e-3 * highest));
    }

    /** exp(-t/tau) through the pump of the spine (12 ms) and the forgetting of effective calcium (278.3 ms). */
    private static double chain(double t_ms, double tau_ms) {
        double a = 1 / tau_ms;
        double b = 1 / 12.0;
        double c = 1 / 278.3;
        return Math.exp(-a * t_ms) / ((b - a) * (c - a))
                + Math.exp(-b * t_ms) / ((a - b) * (c - b))
                + Math.exp(-c * t_ms) / ((a - c) * (b - c));
    }

    /** What the search for c_pre leaves out: channels that are all but closed at rest, and nine of ten time steps. */
    @Test
    void aLoneInputFindsNearlyTheSameCalciumWithAllChannelsAndFinerSteps() {
        var contacts = oneEach(1.0);
        var quick = lone(PYRAMID, -76, 1).pre(contacts);
        var whole = lone(PYRAMID, -76, 1).pre(contacts, UnaryOperator.identity(), 0.025);
        for (int i = 0; i < quick.length; i++) {
            assertThat(quick[i]).as("section %d", SECTIONS[i]).isCloseTo(whole[i], within(0.035 * whole[i]));
        }
    }

    @Test
    void theContactsOfOneConnectionActTogetherAndThoseOfAnotherDoNot() {
        var alone = lone(PYRAMID, -76, 1).pre(List.of(contact(PYRAMID, 10, 3, 1)))[0];
        var apart = lone(PYRAMID, -76, 1).pre(List.of(contact(PYRAMID, 10, 3, 1), contact(PYRAMID, 11, 3, 1)));
        var together = lone(PYRAMID, -76, 1).pre(List.of(contact(PYRAMID, 10, 3, 1), contact(PYRAMID, 10, 3, 1)));
        assertThat(apart).containsExactly(alone, alone);
        assertThat(together[0]).isEqualTo(together[1]).isGreaterThan(alone * 1.01);
    }

    /** A spike that travels back loses height on its way into the tuft, and calcium channels see it. */
    @Test
    void aSpikeOfTheTargetBringsLessCalciumIntoTheTuftThanIntoTheTrunk() {
        var one = lone(PYRAMID, -76, 1).post(oneEach(1.0));
        assertThat(java.util.Arrays.stream(one).min().orElseThrow()).isPositive();
        assertThat(one[3]).isLessThan(one[2]);
        assertThat(lone(PYRAMID, -76, 2).post(oneEach(1.0))).containsExactly(one);
    }

    @Test
    void aCellThatCannotFireHasNoThresholds() {
        var leaky = ball(0.05);
        var contact = contact(leaky, 10, SOMA, 1);
        double c_post = lone(leaky, -70, 1).post(List.of(contact))[0];
        assertThat(c_post).isNaN();
        assertThat(RULE.thresholds(contact, 0.05, c_post).known()).isFalse();
    }

    @Test
    void apicalContactsHaveWeightsOfTheirOwn() {
        var basal = RULE.thresholds(contact(PYRAMID, 10, 3, 1), 2, 3);
        assertThat(basal.theta_d()).isCloseTo(1.002 * 2 + 1.954 * 3, within(1e-12));
        assertThat(basal.theta_p()).isCloseTo(1.159 * 2 + 2.483 * 3, within(1e-12));
        var apical = RULE.thresholds(contact(PYRAMID, 10, TUFT, 1), 2, 3);
        assertThat(apical.theta_d()).isCloseTo(1.127 * 2 + 2.456 * 3, within(1e-12));
        assertThat(apical.theta_p()).isCloseTo(5.236 * 2 + 1.782 * 3, within(1e-12));
    }
}
