package io.brainwright.sim.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.cell.CableTree;
import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Ions;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Membrane;
import io.brainwright.sim.model.mechanism.Scaled;
import io.brainwright.sim.model.synapse.SynapseType.Exp2Syn;
import io.brainwright.sim.model.synapse.SynapseType.ExpSyn;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Numbers that no network may hold are refused before anything is built, each with its place and what would be right. */
class NetworkCheckTest {
    private static final Membrane LEAK = Membrane.of(1).with(Mechanism.pas, "g_S_cm2", 1e-4);

    @Test
    void allFaultsAreToldTogetherAndTheFirstOfEachSortByName() {
        assertThatThrownBy(() -> built(LEAK, network -> {
                    int synapse = network.synapse(0, 0, new ExpSyn(-2, 0));
                    network.synapse(0, 0, new Exp2Syn(3, 3, 0));
                    network.connect(0, synapse, 0.01, -0.001);
                    network.connect(0, synapse, Double.NaN, 0.001);
                    network.events(synapse, new double[] {1, Double.NaN}, 0.001);
                    network.current(0, 0, 0, 1, Double.NaN);
                    network.clamp(0, 0, 0, List.of(new Network.Level(1, -70)));
                    network.gap(0, 0, 0, 1, -1);
                }))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.sentence())
                                .contains(
                                        "synapse 0: tau_ms: -2.0; above 0",
                                        "synapse 1: tau_rise_ms, tau_decay_ms: 3.0, 3.0",
                                        "delay_ms: 0.01 of the connection of cell 7 to cell 7; at least one time step of 0.025 ms; and 1 more",
                                        "synapse 0 of cell 7: weight_uS: -0.001",
                                        "event list 0 of cell 7: times_ms: NaN after 1.0",
                                        "stimulus 0 into cell 7: holds what is not a number",
                                        "series_Mohm: 0.0; above 0",
                                        "gap junction of cells 7 and 7: g_uS: -1.0"));
    }

    @Test
    void negativeConductancesAreRefusedWhereverTheyTurnNegative() {
        refused(Membrane.of(1).with(Mechanism.pas, "g_S_cm2", -1e-4), "cell 7, soma: pas.g_S_cm2: -1.0E-4");
        refused(
                LEAK.with(Mechanism.Ih, "gbar_S_cm2", new Scaled(1e-4, 1, -0.5, 0.02)),
                "cell 7, soma: Ih.gbar_S_cm2: -");
        refused(LEAK.with(Mechanism.pas, "e_mV", Double.NaN), "cell 7, soma: pas.e_mV: NaN to NaN; a number");
        refused(Membrane.of(0), "cell 7, soma: cm_uF_cm2: 0.0; above 0");
    }

    @Test
    void aTimeStepThatIsTooLargeIsRefused() {
        var network = new NetworkBuilder(new Network.Run(2, 10, 34, -70));
        network.cell(7, shape(), new CellModel(Map.of("soma", LEAK), Ions.cortical()), 0, -20);
        assertThatThrownBy(network::build)
                .hasMessageContaining("cannot be simulated")
                .satisfies(p -> assertThat(((Problem) p).sentence()).contains("dt_ms: 2.0; above 0, at most 1 ms"));
    }

    private static void refused(Membrane membrane, String sentence) {
        assertThatThrownBy(() -> built(membrane, _ -> {}))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains(sentence));
    }

    private static void built(Membrane membrane, Consumer<NetworkBuilder> more) {
        var network = new NetworkBuilder(new Network.Run(0.025, 10, 34, -70));
        network.cell(7, shape(), new CellModel(Map.of("soma", membrane), Ions.cortical()), 0, -20);
        more.accept(network);
        network.build();
    }

    private static Compartments shape() {
        var tree = new CableTree(false);
        tree.add(0, -1, 0, "soma", CableTree.cylinders(200, 10, 3, 100));
        return tree.build();
    }
}
