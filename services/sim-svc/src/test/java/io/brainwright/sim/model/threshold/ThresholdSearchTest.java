package io.brainwright.sim.model.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.sim.model.cell.CableTree;
import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.circuit.Cells;
import io.brainwright.sim.model.emodel.ElectricalModels;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Ions;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Membrane;
import io.brainwright.sim.model.network.Network.Run;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Observer;
import io.brainwright.sim.model.solver.Simulation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Thresholds of a made-up pyramid, of balls whose membrane says what they are, and of cells side by side. */
class ThresholdSearchTest {
    private static final double DT_MS = 0.1;
    private static final double PRECISION = Math.pow(2, 10.0 / 256);

    private static ThresholdSearch.Setting setting(double v_init_mV, int threads) {
        return new ThresholdSearch.Setting(DT_MS, 34, v_init_mV, 0, threads);
    }

    private static ThresholdSearch.Cell pyramid(long gid) {
        var model = ElectricalModels.open().of("cADpyr", 5);
        return new ThresholdSearch.Cell(gid, model.compartments(Cells.pyramid()), model.membrane());
    }

    /** One passive compartment of 20 um by 20 um. */
    private static ThresholdSearch.Cell ball(double e_mV) {
        var tree = new CableTree(false);
        tree.add(0, -1, 0, "soma", CableTree.cylinders(20, 20, 1, 100));
        var membrane = Membrane.of(1).with(Mechanism.pas, "g_S_cm2", 1e-4).with(Mechanism.pas, "e_mV", e_mV);
        Compartments shape = tree.build();
        return new ThresholdSearch.Cell(1, shape, new CellModel(Map.of("soma", membrane), Ions.cortical()));
    }

    private static List<Threshold> of(int threads, ThresholdSearch.Cell... cells) {
        return ThresholdSearch.of(List.of(cells), setting(-75, threads), _ -> {});
    }

    /** Spikes of a cell alone, in a run of its own. */
    private static int spikes(ThresholdSearch.Cell cell, double step_nA) {
        var network = new NetworkBuilder(new Run(DT_MS, 300, 34, -75, 0));
        int soma = cell.shape().compartmentAt(0, 0.5);
        network.cell(cell.gid(), cell.shape(), cell.model(), soma, -20);
        network.current(0, soma, 100, 200, step_nA);
        var count = new int[1];
        Simulation.run(network.build(), Backend.JAVA, 1, new Observer() {
            @Override
            public void spike(double t_ms, int at) {
                count[0]++;
            }
        });
        return count[0];
    }

    @Test
    void atThresholdItFiresAndALittleBelowItDoesNot() {
        double threshold_nA = of(1, pyramid(1)).getFirst().current_nA();
        assertThat(threshold_nA).isBetween(0.05, 5.0);
        assertThat(spikes(pyramid(1), threshold_nA)).isPositive();
        assertThat(spikes(pyramid(1), threshold_nA / PRECISION / 1.0001)).isZero();
    }

    /** V = e + I / (g A) reaches the -20 mV that count as a spike: the one threshold that is known without simulating. */
    @Test
    void aPassiveCellCrossesWhereOhmSaysSo() {
        double e_mV = -70;
        double area_cm2 = Math.PI * 20e-4 * 20e-4;
        double ohm_nA = (-20 - e_mV) * 1e-4 * area_cm2 * 1e6; // mV S = uA 1e-3, in nA
        var found = of(1, ball(e_mV)).getFirst();
        assertThat(found.current_nA()).isBetween(ohm_nA, ohm_nA * PRECISION * 1.001);
        assertThat(found.resting_mV()).isCloseTo(e_mV, within(0.01));
    }

    @Test
    void aCellThatNoStepMovesHasNone() {
        var found = of(1, leaky());
        assertThat(found.getFirst().current_nA()).isNaN();
    }

    private static ThresholdSearch.Cell leaky() {
        var tree = new CableTree(false);
        tree.add(0, -1, 0, "soma", CableTree.cylinders(20, 20, 1, 100));
        var membrane = Membrane.of(1).with(Mechanism.pas, "g_S_cm2", 1).with(Mechanism.pas, "e_mV", -70);
        return new ThresholdSearch.Cell(2, tree.build(), new CellModel(Map.of("soma", membrane), Ions.cortical()));
    }

    /** Neighbours, their order and the threads are nothing to a cell. */
    @Test
    void aCellIsFoundTheSameInAnyCompany() {
        var alone = of(1, pyramid(1)).getFirst();
        var together = of(2, ball(-60), leaky(), pyramid(1));
        assertThat(together.get(2)).isEqualTo(alone);
        assertThat(together.getFirst()).isEqualTo(of(1, ball(-60)).getFirst());
    }
}
